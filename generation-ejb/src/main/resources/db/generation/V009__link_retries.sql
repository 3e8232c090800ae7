-- A job that does an ended one again. One is enough: whoever asks twice gets the same.
ALTER TABLE job ADD COLUMN retry_of uuid;
CREATE UNIQUE INDEX job_retry ON job (retry_of) WHERE retry_of IS NOT NULL;

CREATE INDEX job_failed ON job (user_id, finished_at) WHERE status = 'FAILED';

-- The pictures of a failed job are kept for a while, but only the newest of each user.
CREATE INDEX input_object_of_user ON input_object (user_id, created_at);
