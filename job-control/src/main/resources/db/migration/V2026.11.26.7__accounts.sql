-- Who may sign in. Roles and machines are words between blanks; the password is kept as an Argon2id hash alone.
CREATE TABLE account (
    name          VARCHAR(64)   NOT NULL PRIMARY KEY,
    roles         VARCHAR(200)  NOT NULL,
    machines      TEXT          NOT NULL,
    password_hash VARCHAR(255),
    certificate   VARCHAR(64)   UNIQUE,
    application   VARCHAR(256)  UNIQUE,
    created_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    changed_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
