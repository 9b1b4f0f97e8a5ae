-- Patterns for a site's own labels that an engineer accepted while Keyway runs; one document for each.
CREATE TABLE label_pattern (
    name        VARCHAR(64)   NOT NULL PRIMARY KEY,
    version     BIGINT        NOT NULL,
    document    TEXT          NOT NULL,
    changed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
