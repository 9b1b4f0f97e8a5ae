-- What services answered about identifiers, so that an outage does not stop a line. An answer is replaced, never changed.
CREATE TABLE identity_cache (
    source      VARCHAR(60)   NOT NULL,
    identifier  VARCHAR(300)  NOT NULL,
    trust       VARCHAR(20)   NOT NULL,
    document    TEXT          NOT NULL,
    fetched_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    expires_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (source, identifier)
);
CREATE INDEX identity_cache_age ON identity_cache (fetched_at);
