-- The operations with periods, debts and spenders. Those that stay the same are not repeated; a node
-- of the version before calls the new ones with fewer arguments.

DROP FUNCTION post(uuid, text, text, text, bigint, text, uuid, text);
DROP FUNCTION reserve_credits(uuid, uuid, bigint, bigint);

-- Moves credits and writes the transfer that says so. Only for callers that hold the lock.
CREATE FUNCTION post(
    owner uuid, business_key text, from_account text, to_account text, credits bigint,
    transfer_type text, job uuid, reason text, administrator uuid DEFAULT NULL) RETURNS void
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
        debt = debt + CASE 'debt'
            WHEN to_account THEN -credits WHEN from_account THEN credits ELSE 0 END,
        transfers = transfers + 1
    WHERE user_id = owner
    RETURNING * INTO STRICT account;

    INSERT INTO transfer
        (user_id, number, key, source, target, amount, balance_after, type, job_id, description,
         actor)
    VALUES
        (owner, account.transfers, business_key, from_account, to_account, credits,
         account.plan + account.purchased + account.held, transfer_type, job, reason,
         administrator);
END
$$;

-- Pays what is owed with what is there, so that nobody has both. For every caller that put credits
-- into a bucket of an account with a debt; the cause makes the keys.
CREATE FUNCTION pay_debt(owner uuid, cause text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    account        credit_account;
    from_plan      bigint;
    from_purchased bigint;
BEGIN
    SELECT * INTO STRICT account FROM credit_account WHERE user_id = owner;
    from_plan := least(account.plan, account.debt);
    from_purchased := least(account.purchased, account.debt - from_plan);
    IF from_plan > 0 THEN
        PERFORM post(owner, cause || ':owed:plan', 'plan', 'debt', from_plan, 'refund', NULL,
            'Taken for an earlier refund');
    END IF;
    IF from_purchased > 0 THEN
        PERFORM post(owner, cause || ':owed:purchased', 'purchased', 'debt', from_purchased,
            'refund', NULL, 'Taken for an earlier refund');
    END IF;
END
$$;

-- As before; and a spender stays within the limit of the day, if there is one. Refused with NULL as
-- state: within_limit tells whether by the limit or because too little is available.
CREATE FUNCTION reserve_credits(
    owner uuid, job uuid, credits bigint, signup_credits bigint,
    hold_spender uuid DEFAULT NULL, limit_of_day bigint DEFAULT NULL,
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
    IF available < credits THEN
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

-- As before; but plan credits whose period is over expire instead of going back, and what goes back
-- pays a debt first.
CREATE OR REPLACE FUNCTION end_hold(job uuid, charge bigint, outcome text) RETURNS hold
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account        credit_account;
    ending         hold;
    rest           bigint;
    rest_plan      bigint;
    rest_purchased bigint;
BEGIN
    SELECT * INTO ending FROM hold WHERE job_id = job;
    IF NOT FOUND OR ending.state <> 'HELD' THEN
        RETURN ending;
    END IF;
    SELECT * INTO STRICT account FROM credit_account
    WHERE user_id = ending.user_id FOR NO KEY UPDATE;
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
    rest_plan := rest - rest_purchased;
    IF charge > 0 THEN
        PERFORM post(ending.user_id, 'charge:' || job, 'held', 'revenue', charge,
            CASE WHEN ending.spender IS NULL THEN 'generation_usage' ELSE 'api_usage' END,
            job, 'Image generation');
    END IF;
    IF rest_plan > 0 AND ending.period = account.period THEN
        PERFORM post(ending.user_id, 'return:' || job || ':plan', 'held', 'plan', rest_plan,
            'return', job, '');
    ELSIF rest_plan > 0 THEN
        PERFORM post(ending.user_id, 'return:' || job || ':expired', 'held', 'expired', rest_plan,
            'expiry', job, 'Plan credits of an earlier period');
    END IF;
    IF rest_purchased > 0 THEN
        PERFORM post(ending.user_id, 'return:' || job || ':purchased', 'held', 'purchased',
            rest_purchased, 'return', job, '');
    END IF;
    IF account.debt > 0 THEN
        PERFORM pay_debt(ending.user_id, 'return:' || job);
    END IF;
    UPDATE hold SET state = outcome, charged = charge, ended_at = clock_timestamp()
    WHERE job_id = job RETURNING * INTO ending;
    RETURN ending;
END
$$;

-- Gives credits once per key.
CREATE OR REPLACE FUNCTION grant_credits(
    owner uuid, bucket text, credits bigint, business_key text, grant_type text, reason text,
    signup_credits bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account  credit_account;
    receiver uuid;
BEGIN
    account := open_account(owner, signup_credits);
    SELECT user_id INTO receiver FROM transfer WHERE key = business_key;
    IF NOT FOUND THEN
        PERFORM post(owner, business_key, 'granted', bucket, credits, grant_type, NULL, reason);
        IF account.debt > 0 THEN
            PERFORM pay_debt(owner, business_key);
        END IF;
    ELSIF receiver <> owner THEN
        RAISE EXCEPTION 'key % was used for another user', business_key
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
END
$$;

-- Ends the period of the plan credits once per key: what is left of them expires. What is held is
-- left alone; end_hold sees by its period that it is over. False if the key was used before.
CREATE FUNCTION expire_plan(
    owner uuid, business_key text, reason text, signup_credits bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account  credit_account;
    receiver uuid;
BEGIN
    account := open_account(owner, signup_credits);
    SELECT user_id INTO receiver FROM plan_period WHERE key = business_key;
    IF FOUND THEN
        IF receiver <> owner THEN
            RAISE EXCEPTION 'key % was used for another user', business_key
                USING ERRCODE = 'invalid_parameter_value';
        END IF;
        RETURN false;
    END IF;
    UPDATE credit_account SET period = period + 1 WHERE user_id = owner;
    INSERT INTO plan_period (user_id, number, key, transfers)
    VALUES (owner, account.period + 1, business_key, account.transfers);
    IF account.plan > 0 THEN
        PERFORM post(owner, 'expiry:' || business_key, 'plan', 'expired', account.plan,
            'expiry', NULL, reason);
    END IF;
    RETURN true;
END
$$;

-- A new period: the rest of the old one expires, then its credits come. Both once per key.
CREATE FUNCTION renew_plan(
    owner uuid, credits bigint, business_key text, reason text, signup_credits bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
BEGIN
    IF expire_plan(owner, business_key, 'Unused credits of the period before', signup_credits) THEN
        PERFORM grant_credits(owner, 'plan', credits, business_key, 'subscription_grant', reason,
            signup_credits);
    END IF;
END
$$;

-- Takes credits back for a refund, once per key: from the bucket, then from the other one, and what
-- the user no longer has becomes a debt. Credits that are held are left alone.
CREATE FUNCTION take_back_credits(
    owner uuid, bucket text, credits bigint, business_key text, reason text,
    signup_credits bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account  credit_account;
    receiver uuid;
    other    text := CASE bucket WHEN 'plan' THEN 'purchased' ELSE 'plan' END;
    first    bigint;
    second   bigint;
BEGIN
    account := open_account(owner, signup_credits);
    SELECT user_id INTO receiver FROM transfer
    WHERE key IN (business_key || ':plan', business_key || ':purchased', business_key || ':debt');
    IF FOUND THEN
        IF receiver <> owner THEN
            RAISE EXCEPTION 'key % was used for another user', business_key
                USING ERRCODE = 'invalid_parameter_value';
        END IF;
        RETURN;
    END IF;
    first := least(credits, CASE bucket WHEN 'plan' THEN account.plan ELSE account.purchased END);
    second := least(credits - first,
        CASE other WHEN 'plan' THEN account.plan ELSE account.purchased END);
    IF first > 0 THEN
        PERFORM post(owner, business_key || ':' || bucket, bucket, 'refunded', first, 'refund',
            NULL, reason);
    END IF;
    IF second > 0 THEN
        PERFORM post(owner, business_key || ':' || other, other, 'refunded', second, 'refund',
            NULL, reason);
    END IF;
    IF credits > first + second THEN
        PERFORM post(owner, business_key || ':debt', 'debt', 'refunded', credits - first - second,
            'refund', NULL, reason);
    END IF;
END
$$;

-- A correction by an administrator, once per key: adds if positive, takes if negative. Tells what
-- became of it: 'done'; 'short' if less is in the bucket; 'other' if the key did something else.
CREATE FUNCTION adjust_credits(
    owner uuid, bucket text, credits bigint, business_key text, reason text, administrator uuid,
    signup_credits bigint, OUT outcome text, OUT available bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
DECLARE
    account credit_account;
    earlier transfer;
BEGIN
    account := open_account(owner, signup_credits);
    available := CASE bucket WHEN 'plan' THEN account.plan ELSE account.purchased END;
    SELECT * INTO earlier FROM transfer WHERE key = business_key;
    IF FOUND THEN
        outcome := CASE WHEN earlier.user_id = owner AND earlier.change = credits
                AND bucket IN (earlier.source, earlier.target) AND earlier.description = reason
            THEN 'done' ELSE 'other' END;
    ELSIF available + credits < 0 THEN
        outcome := 'short';
    ELSIF credits > 0 THEN
        PERFORM post(owner, business_key, 'granted', bucket, credits, 'adjustment', NULL, reason,
            administrator);
        IF account.debt > 0 THEN
            PERFORM pay_debt(owner, business_key);
        END IF;
        outcome := 'done';
    ELSE
        PERFORM post(owner, business_key, bucket, 'granted', -credits, 'adjustment', NULL, reason,
            administrator);
        outcome := 'done';
    END IF;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA payments FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    reserve_credits(uuid, uuid, bigint, bigint, uuid, bigint),
    expire_plan(uuid, text, text, bigint),
    renew_plan(uuid, bigint, text, text, bigint),
    take_back_credits(uuid, text, bigint, text, text, bigint),
    adjust_credits(uuid, text, bigint, text, text, uuid, bigint)
TO payments;
