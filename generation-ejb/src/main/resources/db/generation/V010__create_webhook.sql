-- Where the end of a job is reported to. The report is owed in the transaction that ends the job.
ALTER TABLE job ADD COLUMN webhook_url varchar(2048);

CREATE TABLE webhook_delivery (
    id              uuid          PRIMARY KEY,
    job_id          uuid          NOT NULL UNIQUE REFERENCES job ON DELETE CASCADE,
    user_id         uuid          NOT NULL,
    seq             bigint        NOT NULL,
    event           varchar(16)   NOT NULL CHECK (event IN ('completed', 'failed', 'cancelled')),
    status          varchar(16)   NOT NULL DEFAULT 'WAITING'
                    CHECK (status IN ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts        int           NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at timestamptz   DEFAULT now(),
    delivered_at    timestamptz,
    created_at      timestamptz   NOT NULL DEFAULT now(),
    CHECK ((status = 'WAITING') = (next_attempt_at IS NOT NULL)),
    CHECK (status <> 'DELIVERED' OR delivered_at IS NOT NULL)
);

CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at)
    WHERE next_attempt_at IS NOT NULL;
CREATE INDEX webhook_delivery_oldest ON webhook_delivery (created_at);

CREATE TABLE webhook_attempt (
    delivery_id  uuid         NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
    number       int          NOT NULL,
    at           timestamptz  NOT NULL DEFAULT now(),
    status_code  int          CHECK (status_code BETWEEN 100 AND 599),
    error        varchar(200),
    milliseconds int          NOT NULL CHECK (milliseconds >= 0),
    PRIMARY KEY (delivery_id, number),
    CHECK ((status_code IS NULL) <> (error IS NULL))
);

-- What signs the reports of a user, sealed under the master key.
CREATE TABLE webhook_secret (
    user_id    uuid        PRIMARY KEY,
    sealed     bytea       NOT NULL CHECK (length(sealed) BETWEEN 28 AND 200),
    created_at timestamptz NOT NULL DEFAULT now()
);
