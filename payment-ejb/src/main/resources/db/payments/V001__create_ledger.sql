-- The double-entry ledger of credits.
--
-- A user has three accounts: plan, purchased and held. They stand in one row, so that one row lock
-- covers them. The accounts of the house (granted, revenue, expired, refunded) are the sum of their
-- postings and have no row: a stored balance would be a lock that everybody waits for.

CREATE TABLE credit_account (
    user_id   uuid PRIMARY KEY,
    plan      bigint NOT NULL DEFAULT 0 CHECK (plan >= 0),
    purchased bigint NOT NULL DEFAULT 0 CHECK (purchased >= 0),
    held      bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
    transfers bigint NOT NULL DEFAULT 0 CHECK (transfers >= 0),
    opened_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);
COMMENT ON COLUMN credit_account.transfers IS
    'How many transfers there are: the number of the last one. A missing one leaves a gap.';

-- Time-ordered identifiers (RFC 9562, version 7), as the rest of the platform makes them.
CREATE FUNCTION uuid7() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(
        set_byte(
            substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                || substring(random FROM 7),
            6, get_byte(random, 6) & 15 | 112),
        'hex')::uuid
    FROM uuid_send(gen_random_uuid()) random
$$;

CREATE TABLE transfer (
    user_id       uuid NOT NULL REFERENCES credit_account,
    number        bigint NOT NULL CHECK (number > 0),
    id            uuid NOT NULL DEFAULT uuid7(),
    key           text NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 200),
    source        text NOT NULL CHECK (source IN ('plan', 'purchased', 'held', 'granted')),
    target        text NOT NULL
        CHECK (target IN ('plan', 'purchased', 'held', 'revenue', 'expired', 'refunded')),
    amount        bigint NOT NULL CHECK (amount > 0),
    change        bigint NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN source = 'granted' THEN amount
            WHEN target IN ('revenue', 'expired', 'refunded') THEN -amount
            ELSE 0
        END) STORED,
    balance_after bigint NOT NULL CHECK (balance_after >= 0),
    type          text NOT NULL CHECK (length(type) BETWEEN 1 AND 40),
    job_id        uuid,
    description   text NOT NULL CHECK (length(description) <= 500),
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (user_id, number),
    CHECK (source <> target),
    CHECK (source <> 'granted' OR target IN ('plan', 'purchased'))
);
COMMENT ON COLUMN transfer.change IS
    'What it does to the balance of the user, open holds included: zero between own accounts.';

CREATE TABLE hold (
    job_id     uuid PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES credit_account,
    plan       bigint NOT NULL CHECK (plan >= 0),
    purchased  bigint NOT NULL CHECK (purchased >= 0),
    state      text NOT NULL DEFAULT 'HELD' CHECK (state IN ('HELD', 'SETTLED', 'RELEASED')),
    charged    bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz,
    CHECK (plan + purchased > 0),
    CHECK (charged BETWEEN 0 AND plan + purchased),
    CHECK (charged = 0 OR state = 'SETTLED'),
    CHECK ((state = 'HELD') = (ended_at IS NULL))
);
COMMENT ON COLUMN hold.plan IS 'How much of it was taken from the plan account.';
CREATE INDEX hold_open ON hold (created_at) WHERE state = 'HELD';

-- The books are written by the functions of the next migration alone, never row by row.
REVOKE INSERT, UPDATE, DELETE ON credit_account, transfer, hold FROM payments;
