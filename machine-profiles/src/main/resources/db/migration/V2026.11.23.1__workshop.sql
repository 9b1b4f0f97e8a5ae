-- What a workshop is made of, one document for each thing; all of it is held in memory while Keyway runs.
CREATE TABLE workshop_item (
    kind        VARCHAR(40)   NOT NULL,
    id          VARCHAR(64)   NOT NULL,
    document    TEXT          NOT NULL,
    changed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    changed_by  VARCHAR(64)   NOT NULL,
    PRIMARY KEY (kind, id)
);

-- Parameter sets; a version never changes, only where it stands in its life.
CREATE TABLE parameter_set (
    id          VARCHAR(64)   NOT NULL,
    version     INTEGER       NOT NULL,
    state       VARCHAR(10)   NOT NULL,
    document    TEXT          NOT NULL,
    created_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    author      VARCHAR(64)   NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE INDEX parameter_set_state ON parameter_set (state);
