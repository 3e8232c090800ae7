CREATE TABLE mail (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (length(kind) <= 40),
    recipient       text NOT NULL
        CHECK (length(recipient) BETWEEN 3 AND 255 AND recipient !~ '[[:cntrl:]]'),
    language        text NOT NULL CHECK (language IN ('en', 'ko')),
    details         text CHECK (length(details) <= 20000),
    created_at      timestamptz NOT NULL DEFAULT now(),
    attempts        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    sent_at         timestamptz,
    given_up_at     timestamptz,
    failure         text CHECK (length(failure) <= 500),
    CHECK (sent_at IS NULL OR given_up_at IS NULL),
    -- One-time links do not lie about: a mail has them as long as it waits, and no longer.
    CONSTRAINT details_only_while_waiting
        CHECK ((details IS NOT NULL) = (sent_at IS NULL AND given_up_at IS NULL))
);

CREATE INDEX mail_waiting ON mail (next_attempt_at)
    WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX mail_age ON mail (created_at);

COMMENT ON COLUMN mail.details IS 'The values of its texts, as JSON.';
COMMENT ON COLUMN mail.failure IS 'Why the last attempt failed.';
