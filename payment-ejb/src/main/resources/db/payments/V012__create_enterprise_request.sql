-- What people wrote who want a contract. The contract itself is a subscription of source 'contract';
-- who decided about it stands in the audit log.
CREATE TABLE enterprise_request (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL,
    company    text        NOT NULL CHECK (length(company) BETWEEN 1 AND 200),
    contact    text        NOT NULL CHECK (length(contact) BETWEEN 1 AND 200),
    seats      integer     NOT NULL CHECK (seats BETWEEN 1 AND 100000),
    message    text        NOT NULL CHECK (length(message) <= 4000),
    status     text        NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'activated', 'declined')),
    created_at timestamptz NOT NULL DEFAULT now(),
    decided_at timestamptz,
    CHECK ((status = 'open') = (decided_at IS NULL))
);

CREATE UNIQUE INDEX enterprise_request_open_once ON enterprise_request (user_id)
    WHERE status = 'open';
CREATE INDEX enterprise_request_oldest_first ON enterprise_request (created_at, id);
CREATE INDEX enterprise_request_user ON enterprise_request (user_id, created_at);

-- A user has one contract at a time.
CREATE UNIQUE INDEX subscription_contract_once ON subscription (user_id)
    WHERE source = 'contract' AND closed_at IS NULL;
