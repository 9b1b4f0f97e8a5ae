-- The hand-over to each machine whose PLC fetches its jobs from us: where it stands, and who serves it.
CREATE TABLE handover (
    machine  VARCHAR(64) NOT NULL PRIMARY KEY,
    epoch    BIGINT      NOT NULL,
    next_seq BIGINT      NOT NULL,
    document TEXT
);
