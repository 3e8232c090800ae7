ALTER TABLE account
    ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'ko')),
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

COMMENT ON COLUMN account.language IS
    'Of mails, and of pages where the browser names none.';
