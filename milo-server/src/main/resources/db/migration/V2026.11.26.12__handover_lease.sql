-- Who serves a machine's hand-over, and until when that counts without another word of it: of several servers on one
-- database only one offers anything to a machine.
ALTER TABLE handover ADD COLUMN holder VARCHAR(36);
ALTER TABLE handover ADD COLUMN held_until TIMESTAMP(6) WITH TIME ZONE;
