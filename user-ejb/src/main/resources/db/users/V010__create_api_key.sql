CREATE TABLE api_key (
    id              uuid PRIMARY KEY,
    account_id      uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    key_sha256      bytea NOT NULL UNIQUE CHECK (length(key_sha256) = 32),
    prefix          text NOT NULL CHECK (length(prefix) <= 16),
    scopes          text NOT NULL CHECK (scopes ~ '^(admin|generate|read)(,(admin|generate|read))*$'),
    credits_per_day bigint CHECK (credits_per_day >= 1),
    created_at      timestamptz NOT NULL DEFAULT now(),
    expires_at      timestamptz,
    last_used_at    timestamptz
);

CREATE INDEX api_key_account ON api_key (account_id, created_at);

COMMENT ON COLUMN api_key.prefix IS 'First characters, by which its owner knows it again.';
COMMENT ON COLUMN api_key.last_used_at IS 'Written at most once a minute.';
COMMENT ON TABLE api_key IS 'A revoked key has no row; the audit log remembers it.';
