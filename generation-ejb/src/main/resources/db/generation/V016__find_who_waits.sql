-- Who waits is read to tell positions. Old accounts must not cost anything there.
ALTER TABLE user_line
    ADD COLUMN backlogged boolean NOT NULL GENERATED ALWAYS AS (waiting > 0) STORED;
CREATE INDEX user_line_backlogged ON user_line (user_id) WHERE backlogged;

-- The order by tier and time is nobody's any more.
DROP INDEX job_waiting;
