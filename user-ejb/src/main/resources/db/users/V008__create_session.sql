CREATE TABLE session (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    kind         text NOT NULL CHECK (kind IN ('page', 'api')),
    device       text NOT NULL CHECK (length(device) <= 100),
    address      text CHECK (length(address) <= 45),
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz
);

CREATE INDEX session_account ON session (account_id, last_seen_at);
CREATE INDEX session_expiry ON session (expires_at);

COMMENT ON TABLE session IS
    'One sign-in: of a browser, or of a client of the API and then also a family of tokens.';
COMMENT ON COLUMN session.last_seen_at IS
    'To the minute; expires_at moves with it.';

-- Every family of tokens that there is becomes a session.
INSERT INTO session (id, account_id, kind, device, created_at, last_seen_at, expires_at, ended_at)
SELECT family_id, account_id, 'api', 'Unknown device', min(created_at), max(created_at),
       max(expires_at), max(revoked_at)
FROM refresh_token
GROUP BY family_id, account_id;

ALTER TABLE refresh_token
    ADD FOREIGN KEY (family_id) REFERENCES session ON DELETE CASCADE,
    -- A used token is forgotten before the tokens that came of it.
    DROP CONSTRAINT refresh_token_parent_id_fkey,
    ADD FOREIGN KEY (parent_id) REFERENCES refresh_token ON DELETE SET NULL,
    DROP COLUMN revoked_at;

CREATE INDEX refresh_token_expiry ON refresh_token (expires_at);

ALTER TABLE socket_ticket
    ADD COLUMN session_id uuid REFERENCES session ON DELETE CASCADE;

CREATE INDEX socket_ticket_session ON socket_ticket (session_id);
