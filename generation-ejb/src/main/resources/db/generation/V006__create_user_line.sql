-- The line of a user: what of it waits and is under way, and when it is its turn. Kept in the
-- statement that counts the user's events, so that no count costs a statement of its own; the row's
-- lock makes the submissions of one user come one after the other.
ALTER TABLE event_counter RENAME TO user_line;
ALTER INDEX event_counter_pkey RENAME TO user_line_pkey;

ALTER TABLE user_line
    ADD COLUMN tier            varchar(16)      NOT NULL DEFAULT 'FREE',
    ADD COLUMN max_running     int              NOT NULL DEFAULT 1 CHECK (max_running > 0),
    -- QUEUED and not decided
    ADD COLUMN waiting         int              NOT NULL DEFAULT 0 CHECK (waiting >= 0),
    ADD COLUMN waiting_seconds double precision NOT NULL DEFAULT 0 CHECK (waiting_seconds >= 0),
    -- DISPATCHED or RUNNING
    ADD COLUMN under_way       int              NOT NULL DEFAULT 0 CHECK (under_way >= 0),
    ADD COLUMN start_tag       double precision NOT NULL DEFAULT 0,
    -- decides between equal tags
    ADD COLUMN ready_at        timestamptz      NOT NULL DEFAULT now(),
    ADD COLUMN ready           boolean          NOT NULL
        GENERATED ALWAYS AS (waiting > 0 AND under_way < max_running) STORED;

-- Changes that leave turn and readiness alone stay on their page.
ALTER TABLE user_line SET (fillfactor = 60);
CREATE INDEX user_line_turn ON user_line (tier, start_tag, ready_at, user_id) WHERE ready;

-- The tiers among each other. virtual_time: the tag with which a user of the tier was served last;
-- served_tag: the tag with which the tier itself was.
CREATE TABLE tier_line (
    tier         varchar(16)      PRIMARY KEY
        CHECK (tier IN ('FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE')),
    start_tag    double precision NOT NULL DEFAULT 0,
    served_tag   double precision NOT NULL DEFAULT 0,
    virtual_time double precision NOT NULL DEFAULT 0,
    paused       boolean          NOT NULL DEFAULT false,
    -- the last pause or resumption
    changed_at   timestamptz,
    changed_by   varchar(100),
    CHECK ((changed_at IS NULL) = (changed_by IS NULL)),
    CHECK (NOT paused OR changed_by IS NOT NULL)
);

INSERT INTO tier_line (tier)
VALUES ('FREE'), ('STARTER'), ('PRO'), ('STUDIO'), ('ENTERPRISE');
REVOKE INSERT, DELETE ON tier_line FROM generation;

-- The order of a user's own jobs. It begins as the number of the event of the acceptance.
ALTER TABLE job ADD COLUMN line_order bigint NOT NULL DEFAULT 0;
UPDATE job SET line_order = placed.place
FROM (SELECT id, row_number() OVER (PARTITION BY user_id ORDER BY created_at, id) AS place FROM job)
    placed
WHERE placed.id = job.id;
CREATE INDEX job_line ON job (user_id, line_order) WHERE status = 'QUEUED' AND outcome IS NULL;

UPDATE user_line SET
    tier = jobs.tier,
    max_running = jobs.max_running,
    waiting = jobs.waiting,
    waiting_seconds = jobs.waiting_seconds,
    under_way = jobs.under_way
FROM (
    SELECT user_id,
        (array_agg(tier ORDER BY created_at DESC, id DESC))[1] AS tier,
        (array_agg(max_running ORDER BY created_at DESC, id DESC))[1] AS max_running,
        count(*) FILTER (WHERE status = 'QUEUED' AND outcome IS NULL) AS waiting,
        coalesce(sum(predicted_seconds) FILTER (WHERE status = 'QUEUED' AND outcome IS NULL), 0)
            AS waiting_seconds,
        count(*) FILTER (WHERE status IN ('DISPATCHED', 'RUNNING')) AS under_way
    FROM job GROUP BY user_id) jobs
WHERE jobs.user_id = user_line.user_id;

-- Who did what to a job.
ALTER TABLE job_event
    ADD COLUMN actor    varchar(16) NOT NULL DEFAULT 'system'
        CHECK (actor IN ('user', 'system', 'worker', 'admin')),
    ADD COLUMN actor_id varchar(100),
    ADD COLUMN worker   varchar(100),
    ADD COLUMN attempt  int,
    ADD COLUMN dispatch int,
    ADD COLUMN position int,
    ADD COLUMN credits  bigint;

-- Who decided the outcome; kept until the end is recorded.
ALTER TABLE job
    ADD COLUMN outcome_actor varchar(16)
        CHECK (outcome_actor IN ('user', 'system', 'worker', 'admin')),
    ADD COLUMN outcome_actor_id varchar(100);

-- What was decided and is not followed by money and status is looked for every few seconds.
CREATE INDEX job_cut_in_half ON job (outcome_at) WHERE outcome IS NOT NULL AND status <> outcome;

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
    DELETE FROM user_line
        WHERE user_id = owner AND NOT EXISTS (SELECT FROM job WHERE user_id = owner);
    RETURN cardinality(ended);
END
$$;
