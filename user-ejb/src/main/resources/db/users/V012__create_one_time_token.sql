CREATE TABLE one_time_token (
    token_sha256 bytea PRIMARY KEY CHECK (length(token_sha256) = 32),
    purpose      text NOT NULL CHECK (purpose IN ('verify-email', 'reset-password')),
    account_id   uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    UNIQUE (account_id, purpose)
);

CREATE INDEX one_time_token_expiry ON one_time_token (expires_at);

COMMENT ON TABLE one_time_token IS
    'Links in mails. A used one is deleted, a newer one takes the place of an older.';

CREATE TABLE reset_request (
    id           uuid PRIMARY KEY,
    email_sha256 bytea NOT NULL CHECK (length(email_sha256) = 32),
    email        text CHECK (length(email) <= 255),
    requested_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX reset_request_email ON reset_request (email_sha256, requested_at);
CREATE INDEX reset_request_waiting ON reset_request (requested_at) WHERE email IS NOT NULL;

COMMENT ON TABLE reset_request IS
    'Who asks for a new password, whether or not there is such an account: the request cannot tell.';
COMMENT ON COLUMN reset_request.email IS
    'Null once it has been looked at; the hash stays for a while to count.';

CREATE TABLE sign_in_failure (
    email_sha256  bytea PRIMARY KEY CHECK (length(email_sha256) = 32),
    failures      integer NOT NULL CHECK (failures > 0),
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL
);

CREATE INDEX sign_in_failure_age ON sign_in_failure (last_at);

COMMENT ON TABLE sign_in_failure IS
    'Wrong passwords in a row, for addresses with and without an account.';
