-- A payment that was taken back stays, and so does what it had settled, up to the day on which it no longer counts.
ALTER TABLE payment ADD COLUMN taken_back INTEGER;
ALTER TABLE payment ADD COLUMN taken_back_reason TEXT;
ALTER TABLE allocation ADD COLUMN taken_back INTEGER;
