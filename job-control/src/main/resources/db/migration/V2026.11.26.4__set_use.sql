-- Which jobs have a part of a version that counts for so many parts only: a limited set, or a version on trial.
CREATE TABLE set_use (
    id      VARCHAR(64) NOT NULL,
    version INTEGER     NOT NULL,
    job     VARCHAR(26) NOT NULL,
    PRIMARY KEY (id, version, job)
);
