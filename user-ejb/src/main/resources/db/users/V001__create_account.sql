CREATE TABLE account (
    id             uuid PRIMARY KEY,
    email          text NOT NULL CHECK (length(email) BETWEEN 3 AND 255),
    password_hash  text CHECK (length(password_hash) <= 255),
    display_name   text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
    avatar_url     text CHECK (length(avatar_url) <= 2048),
    email_verified boolean NOT NULL DEFAULT false,
    roles          text NOT NULL DEFAULT 'user' CHECK (roles ~ '^[a-z]+(,[a-z]+)*$'),
    created_at     timestamptz NOT NULL DEFAULT now(),
    last_login_at  timestamptz,
    version        integer NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX account_email_once ON account (lower(email));

COMMENT ON COLUMN account.password_hash IS
    'Argon2id in PHC form; null for people who sign in at another provider only.';
