-- What nodes tell each other of changes. Whoever adds a notice counts change_turn on, which makes all others wait until he
-- has committed: numbers follow commits without a gap, so that a number that is missing is one that was deleted.
CREATE TABLE change_notice (
    seq         BIGINT        NOT NULL PRIMARY KEY,
    kind        VARCHAR(20)   NOT NULL,
    ids         TEXT          NOT NULL,
    node        VARCHAR(36)   NOT NULL,
    at          TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE TABLE change_turn (
    id          INTEGER       NOT NULL PRIMARY KEY,
    reached     BIGINT        NOT NULL
);
INSERT INTO change_turn (id, reached) VALUES (1, 0);
