-- What the scanner of a station does to labels, found by calibration; one document for each station.
CREATE TABLE scanner_profile (
    station     VARCHAR(64)   NOT NULL PRIMARY KEY,
    document    TEXT          NOT NULL,
    changed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
