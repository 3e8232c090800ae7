-- Workflows that people write, as templates are kept; each document is a version that never changes.
CREATE TABLE workflow (
    id             uuid          PRIMARY KEY,
    user_id        uuid          NOT NULL,
    visibility     varchar(16)   NOT NULL CHECK (visibility IN ('PRIVATE', 'PUBLIC', 'WITHDRAWN')),
    version        int           NOT NULL CHECK (version > 0),
    name           varchar(100)  NOT NULL CHECK (name <> ''),
    description    varchar(500)  NOT NULL,
    newest_version int           NOT NULL CHECK (newest_version > 0),
    search_text    varchar(1000) NOT NULL,
    created_at     timestamptz   NOT NULL,
    updated_at     timestamptz   NOT NULL
);

CREATE INDEX workflow_of_user ON workflow (user_id, created_at DESC, id DESC);
CREATE INDEX workflow_public ON workflow (created_at DESC, id DESC) WHERE visibility = 'PUBLIC';

CREATE TABLE workflow_version (
    id          uuid         PRIMARY KEY,
    workflow_id uuid         NOT NULL REFERENCES workflow ON DELETE CASCADE,
    number      int          NOT NULL CHECK (number > 0),
    document    text         NOT NULL CHECK (octet_length(document) BETWEEN 2 AND 65536),
    note        varchar(200) NOT NULL,
    created_at  timestamptz  NOT NULL,
    UNIQUE (workflow_id, number)
);

REVOKE UPDATE ON workflow_version FROM generation;
