-- PostgreSQL reads every CHECK of a table anew for each statement that writes it, also those of columns
-- that the statement leaves alone: for a job that was more than half of what the database did. The
-- rules of a domain are kept ready, and looked at for the columns that are written.
CREATE DOMAIN positive_number AS int CHECK (VALUE > 0);
CREATE DOMAIN natural_number AS int CHECK (VALUE >= 0);
CREATE DOMAIN positive_seconds AS double precision CHECK (VALUE > 0);
CREATE DOMAIN natural_seconds AS double precision CHECK (VALUE >= 0);
CREATE DOMAIN natural_credits AS bigint CHECK (VALUE >= 0);
CREATE DOMAIN positive_credits AS bigint CHECK (VALUE > 0);
CREATE DOMAIN picture_count AS int CHECK (VALUE BETWEEN 1 AND 8);
CREATE DOMAIN seed AS bigint CHECK (VALUE BETWEEN 0 AND 4294967295);
CREATE DOMAIN stages AS text CHECK (length(VALUE) BETWEEN 2 AND 250000);
CREATE DOMAIN stage_keys AS text CHECK (length(VALUE) BETWEEN 2 AND 20000);
CREATE DOMAIN job_status AS varchar(16) CHECK (VALUE IN
    ('QUEUED', 'DISPATCHED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'));
CREATE DOMAIN job_outcome AS varchar(16) CHECK (VALUE IN ('COMPLETED', 'FAILED', 'CANCELLED'));
CREATE DOMAIN actor AS varchar(16) CHECK (VALUE IN ('user', 'system', 'worker', 'admin'));

ALTER TABLE job
    DROP CONSTRAINT job_status_check,
    DROP CONSTRAINT job_outcome_check,
    DROP CONSTRAINT job_outcome_actor_check,
    DROP CONSTRAINT job_max_running_check,
    DROP CONSTRAINT job_width_check,
    DROP CONSTRAINT job_height_check,
    DROP CONSTRAINT job_steps_check,
    DROP CONSTRAINT job_seed_check,
    DROP CONSTRAINT job_image_count_check,
    DROP CONSTRAINT job_estimated_credits_check,
    DROP CONSTRAINT job_check,
    DROP CONSTRAINT job_check1,
    DROP CONSTRAINT job_check2,
    DROP CONSTRAINT job_check3,
    DROP CONSTRAINT job_check4,
    DROP CONSTRAINT job_stages_check,
    DROP CONSTRAINT job_later_keys_check,
    DROP CONSTRAINT job_mask_needs_image,
    DROP CONSTRAINT job_workflow_version_check,
    DROP CONSTRAINT job_workflow_has_version,
    DROP CONSTRAINT job_batch_place_check,
    DROP CONSTRAINT job_has_place_in_batch,
    DROP CONSTRAINT job_told_position_check,
    DROP CONSTRAINT job_expected_waiting_seconds_check,
    DROP CONSTRAINT job_expected_running_seconds_check,
    DROP CONSTRAINT job_told_p50_seconds_check,
    DROP CONSTRAINT job_told_all_or_nothing,
    DROP CONSTRAINT job_p90_not_before_p50,
    ALTER status TYPE job_status,
    ALTER outcome TYPE job_outcome,
    ALTER outcome_actor TYPE actor,
    ALTER max_running TYPE positive_number,
    ALTER width TYPE positive_number,
    ALTER height TYPE positive_number,
    ALTER steps TYPE natural_number,
    ALTER seed TYPE seed,
    ALTER image_count TYPE picture_count,
    ALTER estimated_credits TYPE positive_credits,
    ALTER credits_used TYPE natural_credits,
    ALTER credits_refunded TYPE natural_credits,
    ALTER stages TYPE stages,
    ALTER later_keys TYPE stage_keys,
    ALTER workflow_version TYPE positive_number,
    ALTER batch_place TYPE natural_number,
    ALTER told_position TYPE positive_number,
    ALTER expected_waiting_seconds TYPE natural_seconds,
    ALTER expected_running_seconds TYPE positive_seconds,
    ALTER told_p50_seconds TYPE positive_seconds,
    ALTER told_p90_seconds TYPE positive_seconds;

-- What has to agree between columns is asked of a function, because its call is short to read.
CREATE FUNCTION job_ends_soundly(
    status varchar, outcome varchar, estimated bigint, used bigint, refunded bigint,
    error_code varchar, error_message varchar) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (status NOT IN ('COMPLETED', 'FAILED', 'CANCELLED')
            OR outcome IS NOT NULL AND status = outcome)
        AND (status <> 'COMPLETED' OR used IS NOT NULL)
        AND coalesce(used, 0) <= estimated AND coalesce(refunded, 0) <= estimated
        AND (error_code IS NULL) = (error_message IS NULL);
END
$$;
ALTER TABLE job ADD CONSTRAINT job_ends_soundly CHECK (job_ends_soundly(
    status, outcome, estimated_credits, credits_used, credits_refunded, error_code, error_message));

-- These columns are written once, so their rules are not asked for at every change of a job.
CREATE FUNCTION require_sound_request() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    broken text := CASE
        WHEN NEW.mask_key IS NOT NULL AND NEW.image_key IS NULL THEN 'job_mask_needs_image'
        WHEN (NEW.workflow_id IS NULL) <> (NEW.workflow_version IS NULL)
            THEN 'job_workflow_has_version'
        WHEN (NEW.batch_id IS NULL) <> (NEW.batch_place IS NULL) THEN 'job_has_place_in_batch'
        WHEN num_nulls(NEW.expected_waiting_seconds, NEW.expected_running_seconds,
            NEW.told_p50_seconds, NEW.told_p90_seconds) NOT IN (0, 4)
            THEN 'job_told_all_or_nothing'
        WHEN NEW.told_p90_seconds < NEW.told_p50_seconds THEN 'job_p90_not_before_p50'
        END;
BEGIN
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'job % violates the rule %', NEW.id, broken
            USING ERRCODE = 'check_violation', CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER job_request_is_sound
    BEFORE INSERT OR UPDATE OF mask_key, image_key, workflow_id, workflow_version, batch_id,
        batch_place, expected_waiting_seconds, expected_running_seconds, told_p50_seconds,
        told_p90_seconds
    ON job FOR EACH ROW EXECUTE FUNCTION require_sound_request();

ALTER TABLE job_event
    DROP CONSTRAINT job_event_actor_check,
    ALTER actor TYPE actor;

-- Generated columns are made again, because they hold the types of their sources.
ALTER TABLE user_line DROP COLUMN ready, DROP COLUMN backlogged;
ALTER TABLE user_line
    DROP CONSTRAINT user_line_max_running_check,
    DROP CONSTRAINT user_line_waiting_check,
    DROP CONSTRAINT user_line_waiting_seconds_check,
    DROP CONSTRAINT user_line_under_way_check,
    ALTER max_running TYPE positive_number,
    ALTER waiting TYPE natural_number,
    ALTER waiting_seconds TYPE natural_seconds,
    ALTER under_way TYPE natural_number;
ALTER TABLE user_line
    ADD COLUMN ready boolean NOT NULL
        GENERATED ALWAYS AS (waiting > 0 AND under_way < max_running) STORED,
    ADD COLUMN backlogged boolean NOT NULL GENERATED ALWAYS AS (waiting > 0) STORED;
CREATE INDEX user_line_turn ON user_line (tier, start_tag, ready_at, user_id) WHERE ready;
CREATE INDEX user_line_backlogged ON user_line (user_id) WHERE backlogged;
