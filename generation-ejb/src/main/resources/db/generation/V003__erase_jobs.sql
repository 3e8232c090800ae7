-- Events are never deleted but with all that is known of their user.
CREATE FUNCTION erase_ended_jobs(owner uuid, most int) RETURNS int
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
    DELETE FROM event_counter
        WHERE user_id = owner AND NOT EXISTS (SELECT FROM job WHERE user_id = owner);
    RETURN cardinality(ended);
END
$$;

REVOKE ALL ON FUNCTION erase_ended_jobs(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_ended_jobs(uuid, int) TO generation;
