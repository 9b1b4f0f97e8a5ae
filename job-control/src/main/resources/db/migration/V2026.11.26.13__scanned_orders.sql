-- Jobs whose scan took no order stand beside the orders, and take no place of theirs.
ALTER TABLE job_order ADD COLUMN scanned BOOLEAN DEFAULT FALSE NOT NULL;
