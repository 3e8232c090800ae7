-- Who has which tier. A user without an active subscription has the free one.
CREATE TABLE subscription (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL,
    tier       text NOT NULL CHECK (tier IN ('free', 'starter', 'pro', 'studio', 'enterprise')),
    status     text NOT NULL CHECK (status IN ('active', 'expired')),
    source     text NOT NULL CHECK (length(source) BETWEEN 1 AND 40),
    source_id  text NOT NULL CHECK (length(source_id) BETWEEN 1 AND 100),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, source_id)
);
COMMENT ON COLUMN subscription.source_id IS 'What the source calls it: told twice, it is one row.';
CREATE INDEX subscription_user ON subscription (user_id);
