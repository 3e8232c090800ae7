-- Locks the account until the end of the transaction unless somebody else has it locked. Whether
-- it can be worked on without waiting; one that is not open yet can.
CREATE FUNCTION lock_free_account(owner uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = payments, pg_temp AS $$
BEGIN
    PERFORM FROM credit_account WHERE user_id = owner FOR NO KEY UPDATE SKIP LOCKED;
    RETURN FOUND OR NOT EXISTS (SELECT FROM credit_account WHERE user_id = owner);
END
$$;

REVOKE ALL ON FUNCTION lock_free_account(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_free_account(uuid) TO payments;
