-- What other modules told about accounts. The tier is a hint for clients; nothing is decided by it.
ALTER TABLE account
    ADD tier         text NOT NULL DEFAULT 'free' CHECK (length(tier) BETWEEN 1 AND 40),
    ADD tier_told_at timestamptz;
COMMENT ON COLUMN account.tier_told_at IS 'Time of the message it is from: older ones change nothing.';

-- Each fact is acted on once, however often it is told.
CREATE TABLE received_event (
    id          uuid        PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX received_event_age ON received_event (received_at);
