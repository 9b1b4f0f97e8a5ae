-- The namespaces of models from files, in the order that gives them their indexes for good.
CREATE TABLE opcua_namespace (
    place INTEGER       NOT NULL PRIMARY KEY,
    uri   VARCHAR(1000) NOT NULL UNIQUE
);
