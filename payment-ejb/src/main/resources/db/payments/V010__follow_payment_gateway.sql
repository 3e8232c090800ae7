-- Subscriptions as the payment gateway reports them, what was paid, and the inbox of its reports.

ALTER TABLE subscription
    DROP CONSTRAINT subscription_status_check,
    ADD CONSTRAINT subscription_status_check CHECK (status IN
        ('trial', 'active', 'past_due', 'paused', 'unpaid', 'cancelling', 'expired')),
    ADD billing_interval  text CHECK (billing_interval IN ('month', 'year')),
    ADD credits_per_month bigint CHECK (credits_per_month >= 0),
    ADD variant_id        bigint,
    ADD order_id          bigint,
    ADD customer_id       bigint,
    ADD pause_mode        text CHECK (pause_mode IN ('void', 'free')),
    ADD started_at        timestamptz NOT NULL DEFAULT now(),
    ADD trial_ends_at     timestamptz,
    ADD period_start      timestamptz,
    ADD period_refunded   boolean NOT NULL DEFAULT false,
    ADD renews_at         timestamptz,
    ADD ends_at           timestamptz,
    ADD grace_ends_at     timestamptz,
    ADD next_grant_at     timestamptz,
    ADD last_grant_key    text CHECK (length(last_grant_key) <= 150),
    ADD closed_at         timestamptz,
    ADD source_updated_at timestamptz;
COMMENT ON COLUMN subscription.credits_per_month IS
    'Null: what the plan of the tier gives. A contract may say something else.';
COMMENT ON COLUMN subscription.period_start IS 'When the last period began that was paid.';
COMMENT ON COLUMN subscription.period_refunded IS 'That payment was refunded as a whole.';
COMMENT ON COLUMN subscription.grace_ends_at IS 'Until when a failed renewal keeps the tier.';
COMMENT ON COLUMN subscription.next_grant_at IS
    'When a month of credits is due that no payment brings: within a paid year, or by contract.';
COMMENT ON COLUMN subscription.last_grant_key IS
    'Key of the last transfer that gave credits of it: what is left expires at the end.';
COMMENT ON COLUMN subscription.closed_at IS 'When it was over and its credits expired.';
COMMENT ON COLUMN subscription.source_updated_at IS
    'Version of the resource that this row follows: older ones change nothing.';

-- What operators give renews by the month, as a contract does.
UPDATE subscription SET started_at = created_at, last_grant_key = 'bootstrap:' || user_id,
    next_grant_at = created_at + interval '1 month'
WHERE source = 'bootstrap' AND tier <> 'free' AND status = 'active';
UPDATE subscription SET closed_at = now() WHERE status = 'expired';

CREATE INDEX subscription_not_closed ON subscription (user_id) WHERE closed_at IS NULL;
CREATE INDEX subscription_next_grant ON subscription (next_grant_at)
    WHERE next_grant_at IS NOT NULL AND closed_at IS NULL;

-- The one place that says what gives a tier at this moment.
CREATE VIEW live_subscription AS
SELECT id, user_id, tier, status, ends_at
FROM subscription
WHERE NOT period_refunded
    AND (ends_at IS NULL OR ends_at > now())
    AND (status IN ('trial', 'active', 'cancelling')
        OR status = 'paused' AND pause_mode = 'free'
        OR status = 'past_due' AND grace_ends_at > now());
REVOKE INSERT, UPDATE, DELETE ON live_subscription FROM payments;

CREATE TABLE invoice (
    id                 uuid PRIMARY KEY,
    user_id            uuid NOT NULL,
    subscription_id    uuid REFERENCES subscription,
    source             text NOT NULL CHECK (source IN ('ls_invoice', 'ls_order')),
    source_id          text NOT NULL CHECK (length(source_id) BETWEEN 1 AND 40),
    description        text NOT NULL CHECK (length(description) BETWEEN 1 AND 200),
    currency           text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    total_cents        bigint NOT NULL CHECK (total_cents >= 0),
    refunded_cents     bigint NOT NULL CHECK (refunded_cents BETWEEN 0 AND total_cents),
    status             text NOT NULL CHECK (status IN ('pending', 'paid', 'refunded', 'void')),
    credits            bigint NOT NULL DEFAULT 0 CHECK (credits >= 0),
    credits_taken_back bigint NOT NULL DEFAULT 0
        CHECK (credits_taken_back BETWEEN 0 AND credits),
    created_at         timestamptz NOT NULL,
    source_updated_at  timestamptz NOT NULL,
    UNIQUE (source, source_id),
    CHECK ((source = 'ls_invoice') = (subscription_id IS NOT NULL))
);
COMMENT ON COLUMN invoice.subscription_id IS 'Null for a credit pack.';
COMMENT ON COLUMN invoice.credits IS 'Given once, by a transfer with the key source:source_id.';
CREATE INDEX invoice_user ON invoice (user_id, created_at DESC, id DESC);
CREATE INDEX invoice_subscription ON invoice (subscription_id) WHERE subscription_id IS NOT NULL;

CREATE TABLE webhook_inbox (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body_sha256       bytea NOT NULL UNIQUE CHECK (length(body_sha256) = 32),
    event_name        text NOT NULL CHECK (length(event_name) <= 100),
    body              bytea CHECK (length(body) <= 262144),
    state             text NOT NULL DEFAULT 'NEW'
        CHECK (state IN ('NEW', 'PARKED', 'FAILED', 'DONE', 'STALE', 'REJECTED')),
    data_type         text CHECK (length(data_type) <= 100),
    data_id           text CHECK (length(data_id) <= 100),
    status            text CHECK (length(status) <= 40),
    source_updated_at timestamptz,
    note              text CHECK (length(note) <= 500),
    attempts          integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at   timestamptz DEFAULT now(),
    received_at       timestamptz NOT NULL DEFAULT now(),
    finished_at       timestamptz,
    CHECK ((state IN ('NEW', 'PARKED', 'FAILED')) = (body IS NOT NULL)),
    CHECK ((state IN ('NEW', 'PARKED', 'FAILED')) = (next_attempt_at IS NOT NULL)),
    CHECK ((state IN ('NEW', 'PARKED', 'FAILED')) = (finished_at IS NULL))
);
COMMENT ON COLUMN webhook_inbox.body IS
    'As it was sent. It tells names and addresses of people, so it goes when it is worked off.';
CREATE INDEX webhook_inbox_due ON webhook_inbox (next_attempt_at, id)
    WHERE next_attempt_at IS NOT NULL;
CREATE INDEX webhook_inbox_finished ON webhook_inbox (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX webhook_inbox_data ON webhook_inbox (data_type, data_id);

-- What the other modules were told last, so that they are told each change once.
CREATE TABLE announced_subscription (
    user_id uuid PRIMARY KEY,
    tier    text NOT NULL CHECK (tier IN ('free', 'starter', 'pro', 'studio', 'enterprise')),
    status  text NOT NULL CHECK (length(status) <= 40),
    ends_at timestamptz
);

-- One report after the other where they concern the same thing; until the transaction ends. A
-- procedure, because a row that does not exist yet cannot be locked.
CREATE PROCEDURE wait_for_turn(subject text) LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('payments:' || subject, 0))
$$;
REVOKE ALL ON PROCEDURE wait_for_turn(text) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE wait_for_turn(text) TO payments;
