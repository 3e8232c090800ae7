CREATE TABLE sso_issuer (
    id            uuid PRIMARY KEY,
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    issuer        text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 512),
    audience      text NOT NULL CHECK (length(audience) BETWEEN 1 AND 255),
    group_prefix  text NOT NULL CHECK (group_prefix ~ '^[a-z0-9][a-z0-9-]{0,29}$'),
    client_id     text CHECK (length(client_id) BETWEEN 1 AND 255),
    client_secret bytea CHECK (length(client_secret) <= 1024),
    enabled       boolean NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT sso_issuer_once UNIQUE (issuer),
    CONSTRAINT sso_issuer_prefix_once UNIQUE (group_prefix),
    -- An ID token is made for the client, an access token for the audience: never both in one.
    CONSTRAINT sso_issuer_client_is_no_audience CHECK (client_id IS NULL OR client_id <> audience),
    CONSTRAINT sso_issuer_client_has_secret CHECK ((client_id IS NULL) = (client_secret IS NULL))
);

COMMENT ON COLUMN sso_issuer.client_secret IS
    'Encrypted with AES-256-GCM under the master key; bound to the id.';
