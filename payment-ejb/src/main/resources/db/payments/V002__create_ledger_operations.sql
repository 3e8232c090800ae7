-- Everything that can be done to the ledger. Each operation is one round trip, takes one lock, the
-- row of the user's account, before it looks at anything else, and never waits for a second one:
-- so no two operations can wait for each other, and what they read under the lock is final.
-- They rely on READ COMMITTED, where a statement after the lock sees what was committed before it.

-- Moves credits and writes the transfer that says so. Only for callers that hold the lock.
CREATE FUNCTION post(
    owner uuid, business_key text, from_account text, to_account text, credits bigint,
    transfer_type text, job uuid, reason text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    account credit_account;
BEGIN
    UPDATE credit_account SET
        plan = plan + CASE 'plan'
            WHEN to_account THEN credits WHEN from_account THEN -credits ELSE 0 END,
        purchased = purchased + CASE 'purchased'
            WHEN to_account THEN credits WHEN from_account THEN -credits ELSE 0 END,
        held = held + CASE 'held'
            WHEN to_account THEN credits WHEN from_account THEN -credits ELSE 0 END,
        transfers = transfers + 1
    WHERE user_id = owner
    RETURNING * INTO STRICT account;

    INSERT INTO transfer
        (user_id, number, key, source, target, amount, balance_after, type, job_id, description)
    VALUES
        (owner, account.transfers, business_key, from_account, to_account, credits,
         account.plan + account.purchased + account.held, transfer_type, job, reason);
END
$$;

-- The account, locked until the end of the transaction; opened with the sign-up grant if need be.
CREATE FUNCTION open_account(owner uuid, signup_credits bigint) RETURNS credit_account
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account credit_account;
BEGIN
    SELECT * INTO account FROM credit_account WHERE user_id = owner FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        INSERT INTO credit_account (user_id) VALUES (owner) ON CONFLICT DO NOTHING;
        IF FOUND AND signup_credits > 0 THEN
            PERFORM post(owner, 'signup:' || owner, 'granted', 'plan', signup_credits,
                'subscription_grant', NULL, 'Welcome credits');
        END IF;
        SELECT * INTO STRICT account FROM credit_account WHERE user_id = owner FOR NO KEY UPDATE;
    END IF;
    RETURN account;
END
$$;

-- The state of the job's hold: HELD if it is made now, or was before and has not ended. NULL if
-- fewer credits are available than this takes.
CREATE FUNCTION reserve_credits(
    owner uuid, job uuid, credits bigint, signup_credits bigint,
    OUT hold_state text, OUT available bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account        credit_account;
    earlier        hold;
    from_plan      bigint;
    from_purchased bigint;
BEGIN
    account := open_account(owner, signup_credits);
    available := account.plan + account.purchased;
    SELECT * INTO earlier FROM hold WHERE job_id = job;
    IF FOUND THEN
        IF earlier.user_id <> owner THEN
            RAISE EXCEPTION 'job % has a hold of another user', job
                USING ERRCODE = 'invalid_parameter_value';
        END IF;
        hold_state := earlier.state;
        RETURN;
    END IF;
    IF available < credits THEN
        RETURN;
    END IF;

    from_plan := least(account.plan, credits);
    from_purchased := credits - from_plan;
    INSERT INTO hold (job_id, user_id, plan, purchased)
    VALUES (job, owner, from_plan, from_purchased) RETURNING state INTO hold_state;
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

-- Ends the hold if it is open: the charge takes plan credits first, the rest goes back to where it
-- came from. Returns the hold as it is then, whoever ended it; all NULL if there never was one.
CREATE FUNCTION end_hold(job uuid, charge bigint, outcome text) RETURNS hold
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    ending         hold;
    rest           bigint;
    rest_purchased bigint;
BEGIN
    SELECT * INTO ending FROM hold WHERE job_id = job;
    IF NOT FOUND OR ending.state <> 'HELD' THEN
        RETURN ending;
    END IF;
    PERFORM FROM credit_account WHERE user_id = ending.user_id FOR NO KEY UPDATE;
    -- Again: somebody else may have ended it while this call waited for the lock.
    SELECT * INTO STRICT ending FROM hold WHERE job_id = job;
    IF ending.state <> 'HELD' THEN
        RETURN ending;
    END IF;

    rest := ending.plan + ending.purchased - charge;
    IF rest < 0 OR charge < 0 THEN
        RAISE EXCEPTION 'cannot charge % of % reserved credits', charge, charge + rest
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    rest_purchased := least(ending.purchased, rest);
    IF charge > 0 THEN
        PERFORM post(ending.user_id, 'charge:' || job, 'held', 'revenue', charge,
            'generation_usage', job, 'Image generation');
    END IF;
    IF rest > rest_purchased THEN
        PERFORM post(ending.user_id, 'return:' || job || ':plan', 'held', 'plan',
            rest - rest_purchased, 'return', job, '');
    END IF;
    IF rest_purchased > 0 THEN
        PERFORM post(ending.user_id, 'return:' || job || ':purchased', 'held', 'purchased',
            rest_purchased, 'return', job, '');
    END IF;
    UPDATE hold SET state = outcome, charged = charge, ended_at = clock_timestamp()
    WHERE job_id = job RETURNING * INTO ending;
    RETURN ending;
END
$$;

-- Gives credits once per key.
CREATE FUNCTION grant_credits(
    owner uuid, bucket text, credits bigint, business_key text, grant_type text, reason text,
    signup_credits bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    receiver uuid;
BEGIN
    PERFORM open_account(owner, signup_credits);
    SELECT user_id INTO receiver FROM transfer WHERE key = business_key;
    IF NOT FOUND THEN
        PERFORM post(owner, business_key, 'granted', bucket, credits, grant_type, NULL, reason);
    ELSIF receiver <> owner THEN
        RAISE EXCEPTION 'key % was used for another user', business_key
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA payments FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    open_account(uuid, bigint),
    reserve_credits(uuid, uuid, bigint, bigint),
    end_hold(uuid, bigint, text),
    grant_credits(uuid, text, bigint, text, text, text, bigint)
TO payments;
