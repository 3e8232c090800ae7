-- Uploaded pictures that a job begins with. The row comes before the object, so that no object is
-- unknown; both go once the job has ended, or if it never came to be.
CREATE TABLE input_object (
    object_key varchar(512) PRIMARY KEY,
    user_id    uuid         NOT NULL,
    job_id     uuid         NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now()
);

CREATE INDEX input_object_of_job ON input_object (job_id);
CREATE INDEX input_object_oldest ON input_object (created_at);
