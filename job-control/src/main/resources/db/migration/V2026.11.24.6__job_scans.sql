-- The requests by which further scans came to jobs that need several; the first scan's request stands with the job.
CREATE TABLE job_scan (
    request_id VARCHAR(128) PRIMARY KEY,
    job VARCHAR(26) NOT NULL
);
