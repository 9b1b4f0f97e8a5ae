-- What things of the workshop were before and after each change: a document once for all entries of the audit that name its
-- hash. Entries from before this table name hashes of which no document was kept.
CREATE TABLE thing_document (
    hash        VARCHAR(64)   NOT NULL PRIMARY KEY,
    document    TEXT          NOT NULL
);
