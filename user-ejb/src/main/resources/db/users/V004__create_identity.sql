-- Somebody whose provider vouches for no address has an account without one.
ALTER TABLE account ALTER COLUMN email DROP NOT NULL;
ALTER TABLE account ADD CONSTRAINT account_verified_has_email
    CHECK (email IS NOT NULL OR NOT email_verified);
ALTER TABLE account ADD CONSTRAINT account_password_has_email
    CHECK (email IS NOT NULL OR password_hash IS NULL);

CREATE TABLE linked_identity (
    id         uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    issuer     text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 512),
    subject    text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    provider   text NOT NULL CHECK (length(provider) BETWEEN 1 AND 60),
    email      text CHECK (length(email) BETWEEN 3 AND 255),
    linked_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT linked_identity_once UNIQUE (issuer, subject)
);

CREATE INDEX linked_identity_account ON linked_identity (account_id);

COMMENT ON COLUMN linked_identity.email IS
    'What the provider said; shown to the owner, never searched for.';

CREATE TABLE departure (
    state_sha256   bytea PRIMARY KEY CHECK (length(state_sha256) = 32),
    browser_sha256 bytea NOT NULL CHECK (length(browser_sha256) = 32),
    provider       text NOT NULL CHECK (length(provider) BETWEEN 1 AND 60),
    nonce          text NOT NULL CHECK (length(nonce) = 43),
    code_verifier  text NOT NULL CHECK (length(code_verifier) = 43),
    return_path    text NOT NULL CHECK (length(return_path) <= 500),
    link_to        uuid REFERENCES account ON DELETE CASCADE,
    expires_at     timestamptz NOT NULL
);

CREATE INDEX departure_expiry ON departure (expires_at);
CREATE INDEX departure_account ON departure (link_to);

COMMENT ON TABLE departure IS
    'Browsers that are on their way to a provider and back; each row is used once.';
