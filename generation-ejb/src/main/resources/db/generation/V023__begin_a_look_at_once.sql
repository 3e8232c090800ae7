-- A look at the line asked for the lock, then for the window, then for who is first: three round
-- trips while nobody else may look. Inside a function each statement still sees what was committed
-- before it began, so the window is that of after the lock.
CREATE FUNCTION begin_look(lock_number bigint, width integer, most integer)
    RETURNS TABLE (
        jobs bigint, serial bigint, oldest uuid, at timestamptz,
        tier text, tier_tag double precision, served_tag double precision,
        virtual_time double precision, dispatched bigint,
        user_id uuid, start_tag double precision, ready_at timestamptz, room integer)
    LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    sent record;
BEGIN
    PERFORM pg_advisory_xact_lock(lock_number);
    SELECT count(*) AS jobs, coalesce(min(dispatch_serial), 0) AS serial,
        (array_agg(id ORDER BY dispatch_serial))[1] AS oldest
    INTO sent
    FROM job WHERE status = 'DISPATCHED' AND outcome IS NULL;
    -- Of n turns none goes to anybody but the first n users of a tier.
    RETURN QUERY
    SELECT sent.jobs, sent.serial, sent.oldest, now(),
        t.tier::text, t.start_tag::double precision, t.served_tag::double precision,
        t.virtual_time::double precision, t.dispatched::bigint,
        u.user_id, u.start_tag::double precision, u.ready_at, u.room::integer
    FROM tier_line t LEFT JOIN LATERAL (
        SELECT user_id, start_tag, ready_at, max_running - under_way AS room
        FROM user_line l WHERE l.tier = t.tier AND l.ready AND NOT t.paused
        ORDER BY l.start_tag, l.ready_at, l.user_id
        LIMIT greatest(0, least(most, width - sent.jobs))) u ON true;
END
$$;
