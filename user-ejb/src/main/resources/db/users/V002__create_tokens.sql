CREATE TABLE signing_key (
    kid            text PRIMARY KEY CHECK (length(kid) <= 64),
    algorithm      text NOT NULL CHECK (algorithm IN ('RS256', 'ES256')),
    public_jwk     text NOT NULL CHECK (length(public_jwk) <= 4096),
    private_key    bytea NOT NULL CHECK (length(private_key) <= 8192),
    created_at     timestamptz NOT NULL DEFAULT now(),
    signs_from     timestamptz NOT NULL DEFAULT now(),
    verifies_until timestamptz
);

COMMENT ON COLUMN signing_key.private_key IS
    'PKCS#8, encrypted with AES-256-GCM under the master key; bound to the kid.';
COMMENT ON COLUMN signing_key.signs_from IS
    'The newest key whose time has come signs; a new key is published before that.';
COMMENT ON COLUMN signing_key.verifies_until IS
    'Tokens of this key are refused from then on; null as long as it is in use.';

CREATE TABLE refresh_token (
    id                uuid PRIMARY KEY,
    token_sha256      bytea NOT NULL UNIQUE CHECK (length(token_sha256) = 32),
    family_id         uuid NOT NULL,
    parent_id         uuid REFERENCES refresh_token ON DELETE CASCADE,
    account_id        uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at        timestamptz NOT NULL DEFAULT now(),
    used_at           timestamptz,
    revoked_at        timestamptz,
    expires_at        timestamptz NOT NULL,
    family_expires_at timestamptz NOT NULL,
    CHECK (expires_at <= family_expires_at)
);

CREATE INDEX refresh_token_family ON refresh_token (family_id);
CREATE INDEX refresh_token_account ON refresh_token (account_id);
CREATE INDEX refresh_token_parent ON refresh_token (parent_id);

CREATE TABLE socket_ticket (
    ticket_sha256 bytea PRIMARY KEY CHECK (length(ticket_sha256) = 32),
    account_id    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    expires_at    timestamptz NOT NULL
);

CREATE INDEX socket_ticket_expiry ON socket_ticket (expires_at);
CREATE INDEX socket_ticket_account ON socket_ticket (account_id);
