-- The audit log. The running code may add to it through one function, and read it. Number and hash
-- are given at commit, when no other lock is waited for any more: so entries of all transactions
-- form one chain, and no two transactions can wait for each other because of it.
CREATE TABLE security_event (
    id      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    number  bigint UNIQUE,
    at      timestamptz NOT NULL DEFAULT now(),
    type    text NOT NULL CHECK (type ~ '^[a-z]+(-[a-z]+)*$' AND length(type) <= 40),
    user_id uuid,
    actor   uuid,
    address text CHECK (length(address) <= 45),
    detail  text NOT NULL CHECK (length(detail) <= 500),
    hash    bytea CHECK (length(hash) = 32)
);

CREATE INDEX security_event_user ON security_event (user_id, number);

COMMENT ON COLUMN security_event.user_id IS
    'Not a reference: an entry outlives the account that it is about.';
COMMENT ON COLUMN security_event.hash IS
    'SHA-256 over the hash of the entry before and every field of this one.';

CREATE FUNCTION security_event_hash(before bytea, entry security_event) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = users, pg_temp AS $$
    SELECT sha256(coalesce(before, '') || convert_to(jsonb_build_array(
        entry.id, entry.number, (extract(epoch FROM entry.at) * 1000000)::bigint, entry.type,
        entry.user_id, entry.actor, entry.address, entry.detail)::text, 'UTF8'))
$$;

CREATE FUNCTION chain_security_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = users, pg_temp AS $$
DECLARE
    last  security_event;
    entry security_event := NEW;
BEGIN
    PERFORM pg_advisory_xact_lock('security_event'::regclass::oid::bigint);
    -- A statement of its own: under READ COMMITTED it sees what was committed before the lock.
    SELECT * INTO last FROM security_event
        WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1;
    entry.number := coalesce(last.number, 0) + 1;
    UPDATE security_event
        SET number = entry.number, hash = security_event_hash(last.hash, entry)
        WHERE id = entry.id;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER chain AFTER INSERT ON security_event
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION chain_security_event();

CREATE FUNCTION note_security_event(
    event_type text, whom uuid, who uuid, client_address text, what text) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = users, pg_temp AS $$
    INSERT INTO security_event (type, user_id, actor, address, detail)
    VALUES (event_type, whom, who, client_address, what)
    RETURNING id
$$;

-- The first entry that does not follow from the one before it: changed, or missing before it.
CREATE VIEW first_broken_security_event AS
    SELECT min(number) AS number
    FROM (
        SELECT number, hash, row_number() OVER chain AS place,
               security_event_hash(lag(hash) OVER chain, entry) AS expected
        FROM security_event entry
        WHERE number IS NOT NULL
        WINDOW chain AS (ORDER BY number)) links
    WHERE number <> place OR hash IS DISTINCT FROM expected;

REVOKE INSERT, UPDATE, DELETE ON security_event, first_broken_security_event FROM users;
REVOKE ALL ON FUNCTION
    security_event_hash(bytea, security_event),
    chain_security_event(),
    note_security_event(text, uuid, uuid, text, text)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    security_event_hash(bytea, security_event),
    note_security_event(text, uuid, uuid, text, text)
    TO users;
