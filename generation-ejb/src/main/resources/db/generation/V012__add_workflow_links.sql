-- Objects that stages after the first begin with, as a JSON array (StageKeys), and which version of
-- which stored workflow a job is.
ALTER TABLE job ADD COLUMN later_keys text NOT NULL DEFAULT '[]'
    CHECK (length(later_keys) BETWEEN 2 AND 20000);
ALTER TABLE job ADD COLUMN workflow_id uuid;
ALTER TABLE job ADD COLUMN workflow_version int CHECK (workflow_version > 0);
ALTER TABLE job ADD CONSTRAINT job_workflow_has_version
    CHECK ((workflow_id IS NULL) = (workflow_version IS NULL));

-- Eight stages, each with two texts of 2,000 characters that JSON may write as six.
ALTER TABLE job DROP CONSTRAINT job_stages_check;
ALTER TABLE job ADD CONSTRAINT job_stages_check CHECK (length(stages) BETWEEN 2 AND 250000);
