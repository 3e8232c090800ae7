-- What users asked of the payment gateway. A row is there before the gateway is called, so that
-- what comes back under its reference finds its user, and the same key asks once.
CREATE TABLE gateway_request (
    reference       uuid PRIMARY KEY,
    user_id         uuid NOT NULL,
    idempotency_key text NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
    kind            text NOT NULL CHECK (kind IN ('checkout', 'change')),
    variant_id      bigint NOT NULL,
    email_sha256    bytea CHECK (length(email_sha256) = 32),
    state           text NOT NULL CHECK (state IN ('begun', 'failed', 'done', 'unconfirmed')),
    url             text CHECK (length(url) BETWEEN 1 AND 2000),
    begun_at        timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    UNIQUE (user_id, idempotency_key)
);
COMMENT ON COLUMN gateway_request.begun_at IS
    'When the gateway was called last: a call that never ended may be repeated after a minute.';
COMMENT ON COLUMN gateway_request.email_sha256 IS
    'Of the address in lower case: with the price and the time it tells whose a purchase is that no'
    ' report was received of.';
COMMENT ON COLUMN gateway_request.url IS 'Page to pay on.';
CREATE INDEX gateway_request_email ON gateway_request (email_sha256, variant_id);
CREATE INDEX gateway_request_created ON gateway_request (created_at);

-- Up to where the reconciler has read, so that a long list is read over several runs.
CREATE TABLE reconciliation (
    type      text PRIMARY KEY CHECK (length(type) BETWEEN 1 AND 40),
    next_page integer NOT NULL CHECK (next_page > 0)
);
