-- Holds of many jobs of one user in one call: as many single calls, in this order, would do the same,
-- but each would write the account's row and wait for its own commit.

-- All or nothing. Jobs that have an open hold keep it as it is. If a hold of any has ended, nothing is
-- set aside, and hold_state tells how it ended; refused with NULL as reserve_credits refuses.
CREATE FUNCTION reserve_all_credits(
    owner uuid, jobs uuid[], prices bigint[], signup_credits bigint,
    hold_spender uuid, limit_of_day bigint,
    OUT hold_state text, OUT available bigint,
    OUT within_limit boolean, OUT spent bigint, OUT resets_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account   credit_account;
    strangers boolean;
    total     bigint;
    from_plan bigint;
    written   bigint;
    today     timestamptz := date_trunc('day', clock_timestamp(), 'UTC');
BEGIN
    account := open_account(owner, signup_credits);
    available := account.plan + account.purchased;
    within_limit := true;
    SELECT bool_or(user_id <> owner), min(state) FILTER (WHERE state <> 'HELD')
    INTO strangers, hold_state FROM hold WHERE job_id = ANY (jobs);
    IF strangers THEN
        RAISE EXCEPTION 'a job has a hold of another user' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF hold_state IS NOT NULL THEN
        RETURN;
    END IF;
    SELECT coalesce(sum(price), 0) INTO total FROM unnest(jobs, prices) AS wish (job, price)
    WHERE NOT EXISTS (SELECT FROM hold WHERE job_id = job);
    IF available < total THEN
        RETURN;
    END IF;
    IF limit_of_day IS NOT NULL AND total > 0 THEN
        SELECT coalesce(sum(CASE state WHEN 'HELD' THEN plan + purchased ELSE charged END), 0)
        INTO spent FROM hold WHERE spender = hold_spender AND created_at >= today;
        IF spent + total > limit_of_day THEN
            within_limit := false;
            resets_at := today + interval '24 hours';
            RETURN;
        END IF;
    END IF;

    -- The plan pays for the first of them, up to the one that it can pay for only in part.
    WITH wish AS (
        SELECT job, price, place, sum(price) OVER (ORDER BY place) - price AS before
        FROM unnest(jobs, prices) WITH ORDINALITY AS wish (job, price, place)
        WHERE NOT EXISTS (SELECT FROM hold WHERE job_id = job)
    ), made AS (
        INSERT INTO hold (job_id, user_id, plan, purchased, spender, period)
        SELECT job, owner, planned, price - planned, hold_spender, account.period
        FROM wish, LATERAL (
            SELECT greatest(0, least(price, account.plan - before)) AS planned) AS share
        RETURNING job_id, plan, purchased
    )
    INSERT INTO transfer
        (user_id, number, key, source, target, amount, balance_after, type, job_id, description)
    SELECT owner, account.transfers + row_number() OVER (ORDER BY place, bucket),
        'reserve:' || job || ':' || bucket, bucket, 'held', amount,
        account.plan + account.purchased + account.held, 'reserve', job, ''
    FROM made JOIN wish ON job = job_id,
        LATERAL (VALUES ('plan', made.plan), ('purchased', made.purchased)) AS part (bucket, amount)
    WHERE amount > 0;
    GET DIAGNOSTICS written = ROW_COUNT;

    from_plan := least(account.plan, total);
    UPDATE credit_account SET
        plan = plan - from_plan,
        purchased = purchased - (total - from_plan),
        held = held + total,
        transfers = transfers + written
    WHERE user_id = owner;
    hold_state := 'HELD';
END
$$;

-- Releases the open holds among those of the jobs; tells what went back of each, now or before.
CREATE FUNCTION release_all_credits(owner uuid, jobs uuid[])
    RETURNS TABLE (released_job uuid, returned bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account        credit_account;
    ended          uuid[];
    to_plan        bigint;
    to_purchased   bigint;
    to_expired     bigint;
    written        bigint;
BEGIN
    SELECT * INTO account FROM credit_account WHERE user_id = owner FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM hold WHERE job_id = ANY (jobs) AND user_id <> owner) THEN
        RAISE EXCEPTION 'a job has a hold of another user' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    WITH open AS (
        UPDATE hold SET state = 'RELEASED', ended_at = clock_timestamp()
        WHERE job_id = ANY (jobs) AND state = 'HELD'
        RETURNING job_id, plan, purchased, period
    )
    SELECT array_agg(job_id ORDER BY job_id),
        coalesce(sum(plan) FILTER (WHERE period = account.period), 0),
        coalesce(sum(purchased), 0),
        coalesce(sum(plan) FILTER (WHERE period <> account.period), 0)
    INTO ended, to_plan, to_purchased, to_expired FROM open;
    IF ended IS NOT NULL THEN
        INSERT INTO transfer
            (user_id, number, key, source, target, amount, balance_after, type, job_id, description)
        SELECT owner, account.transfers + row_number() OVER places,
            'return:' || job_id || ':' || bucket, 'held', bucket, amount,
            account.plan + account.purchased + account.held
                - sum(CASE bucket WHEN 'expired' THEN amount ELSE 0 END) OVER places,
            CASE bucket WHEN 'expired' THEN 'expiry' ELSE 'return' END, job_id,
            CASE bucket WHEN 'expired' THEN 'Plan credits of an earlier period' ELSE '' END
        FROM hold, LATERAL (VALUES
            (CASE WHEN hold.period = account.period THEN 'plan' ELSE 'expired' END, hold.plan),
            ('purchased', hold.purchased)) AS part (bucket, amount)
        WHERE job_id = ANY (ended) AND amount > 0
        WINDOW places AS (ORDER BY job_id, bucket);
        GET DIAGNOSTICS written = ROW_COUNT;
        UPDATE credit_account SET
            plan = plan + to_plan,
            purchased = purchased + to_purchased,
            held = held - to_plan - to_purchased - to_expired,
            transfers = transfers + written
        WHERE user_id = owner;
        IF account.debt > 0 THEN
            -- The first of them is released only once: its key names this call.
            PERFORM pay_debt(owner, 'return:' || ended[1]);
        END IF;
    END IF;
    RETURN QUERY SELECT job_id, plan + purchased FROM hold
    WHERE job_id = ANY (jobs) AND state = 'RELEASED';
END
$$;

REVOKE ALL ON FUNCTION
    reserve_all_credits(uuid, uuid[], bigint[], bigint, uuid, bigint),
    release_all_credits(uuid, uuid[])
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    reserve_all_credits(uuid, uuid[], bigint[], bigint, uuid, bigint),
    release_all_credits(uuid, uuid[])
TO payments;
