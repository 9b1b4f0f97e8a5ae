-- What happened to jobs: appended to, never changed. Each entry's hash covers the entry and the hash before it.
CREATE TABLE journal (
    seq BIGINT PRIMARY KEY,
    job VARCHAR(26) NOT NULL,
    at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    kind VARCHAR(32) NOT NULL,
    body VARCHAR(1000000) NOT NULL,
    hash CHAR(64) NOT NULL
);

CREATE INDEX journal_job ON journal (job, seq);

-- Where jobs stand, for finding them; what they are is in the journal.
CREATE TABLE job (
    id VARCHAR(26) PRIMARY KEY,
    state VARCHAR(16) NOT NULL,
    station VARCHAR(64) NOT NULL,
    machine VARCHAR(64),
    operation VARCHAR(64),
    product VARCHAR(128),
    serial VARCHAR(512),
    request_id VARCHAR(128) UNIQUE,
    received_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    unsettled BOOLEAN NOT NULL
);

CREATE INDEX job_serial ON job (serial, product);
