-- Orders of manufacturing execution systems, by machine; what an order says and where it stands is in its body.
CREATE TABLE job_order (
    machine     VARCHAR(64)   NOT NULL,
    id          VARCHAR(256)  NOT NULL,
    state       VARCHAR(16)   NOT NULL,
    stored_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    revision    BIGINT        NOT NULL,
    body        TEXT          NOT NULL,
    PRIMARY KEY (machine, id)
);
