-- One row per model that was ever seen whole; a model whose folder is gone or damaged stays, disabled.
CREATE TABLE model (
    id         text        PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    base       text        NOT NULL CHECK (length(base) BETWEEN 1 AND 64),
    type       text        NOT NULL CHECK (length(type) BETWEEN 1 AND 32),
    licence    text        NOT NULL CHECK (length(licence) BETWEEN 1 AND 200),
    digest     text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    manifest   jsonb       NOT NULL,
    status     text        NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED')),
    reason     text        CHECK (length(reason) <= 1000),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((status = 'DISABLED') = (reason IS NOT NULL))
);

-- What was hashed already: as long as size and time of change stay, the hash need not be taken again.
CREATE TABLE verified_file (
    model_id    text        NOT NULL CHECK (length(model_id) <= 64),
    file_name   text        NOT NULL CHECK (length(file_name) <= 255),
    bytes       bigint      NOT NULL CHECK (bytes >= 0),
    modified_at timestamptz NOT NULL,
    sha256      text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    verified_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (model_id, file_name)
);
