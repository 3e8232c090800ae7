-- As before; and refused as well if less is available than somebody must have who asks for anything,
-- so that nobody has to ask for the balance first. A node of the version before names no such floor.

DROP FUNCTION reserve_credits(uuid, uuid, bigint, bigint, uuid, bigint);

CREATE FUNCTION reserve_credits(
    owner uuid, job uuid, credits bigint, signup_credits bigint,
    hold_spender uuid DEFAULT NULL, limit_of_day bigint DEFAULT NULL,
    least_available bigint DEFAULT 0,
    OUT hold_state text, OUT available bigint,
    OUT within_limit boolean, OUT spent bigint, OUT resets_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account        credit_account;
    earlier        hold;
    from_plan      bigint;
    from_purchased bigint;
    today          timestamptz := date_trunc('day', clock_timestamp(), 'UTC');
BEGIN
    account := open_account(owner, signup_credits);
    available := account.plan + account.purchased;
    within_limit := true;
    SELECT * INTO earlier FROM hold WHERE job_id = job;
    IF FOUND THEN
        IF earlier.user_id <> owner THEN
            RAISE EXCEPTION 'job % has a hold of another user', job
                USING ERRCODE = 'invalid_parameter_value';
        END IF;
        hold_state := earlier.state;
        RETURN;
    END IF;
    IF available < greatest(credits, least_available) THEN
        RETURN;
    END IF;
    IF limit_of_day IS NOT NULL THEN
        -- What was released, or returned by a charge, is charged with nothing.
        SELECT coalesce(sum(CASE state WHEN 'HELD' THEN plan + purchased ELSE charged END), 0)
        INTO spent FROM hold WHERE spender = hold_spender AND created_at >= today;
        IF spent + credits > limit_of_day THEN
            within_limit := false;
            resets_at := today + interval '24 hours';
            RETURN;
        END IF;
    END IF;

    from_plan := least(account.plan, credits);
    from_purchased := credits - from_plan;
    INSERT INTO hold (job_id, user_id, plan, purchased, spender, period)
    VALUES (job, owner, from_plan, from_purchased, hold_spender, account.period)
    RETURNING state INTO hold_state;
    IF from_plan > 0 THEN
        PERFORM post(owner, 'reserve:' || job || ':plan', 'plan', 'held', from_plan,
            'reserve', job, '');
    END IF;
    IF from_purchased > 0 THEN
        PERFORM post(owner, 'reserve:' || job || ':purchased', 'purchased', 'held', from_purchased,
            'reserve', job, '');
    END IF;
END
$$;

REVOKE ALL ON FUNCTION reserve_credits(uuid, uuid, bigint, bigint, uuid, bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reserve_credits(uuid, uuid, bigint, bigint, uuid, bigint, bigint) TO payments;
