-- Jobs that were accepted as one. How it stands is what its jobs say.
CREATE TABLE job_batch (
    id                uuid        PRIMARY KEY,
    user_id           uuid        NOT NULL,
    label             varchar(100),
    kind              varchar(32) NOT NULL,
    -- BatchMatrix as JSON; none for a list of prompts
    matrix            text        CHECK (length(matrix) <= 2000000),
    request_sha256    char(64)    NOT NULL,
    job_count         int         NOT NULL CHECK (job_count BETWEEN 1 AND 1000),
    estimated_credits bigint      NOT NULL CHECK (estimated_credits > 0),
    created_at        timestamptz NOT NULL
);

CREATE INDEX job_batch_of_user ON job_batch (user_id, created_at DESC, id DESC);
REVOKE UPDATE, DELETE ON job_batch FROM generation;

ALTER TABLE job
    ADD COLUMN batch_id    uuid REFERENCES job_batch,
    ADD COLUMN batch_place int CHECK (batch_place >= 0),
    ADD CONSTRAINT job_has_place_in_batch CHECK ((batch_id IS NULL) = (batch_place IS NULL));
CREATE UNIQUE INDEX job_of_batch ON job (batch_id, batch_place) WHERE batch_id IS NOT NULL;

CREATE OR REPLACE FUNCTION erase_ended_jobs(owner uuid, most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = generation, pg_temp AS $$
DECLARE
    ended uuid[];
BEGIN
    IF NOT EXISTS (SELECT FROM erasure WHERE user_id = owner) THEN
        RAISE EXCEPTION 'nobody has ordered to erase user %', owner
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    ended := ARRAY(
        SELECT id FROM job
        WHERE user_id = owner AND status IN ('COMPLETED', 'FAILED', 'CANCELLED')
        LIMIT most FOR UPDATE);
    DELETE FROM job_event WHERE job_id = ANY (ended);
    DELETE FROM job WHERE id = ANY (ended);
    DELETE FROM job_batch
        WHERE user_id = owner AND NOT EXISTS (SELECT FROM job WHERE batch_id = job_batch.id);
    DELETE FROM user_line
        WHERE user_id = owner AND NOT EXISTS (SELECT FROM job WHERE user_id = owner);
    RETURN cardinality(ended);
END
$$;
