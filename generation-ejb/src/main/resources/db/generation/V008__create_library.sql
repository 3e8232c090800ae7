-- What people write once and use again. The content is JSON (TemplateContent); what lists look at
-- stands in columns besides; the text to search in is in lower case.
CREATE TABLE template (
    id          uuid          PRIMARY KEY,
    user_id     uuid          NOT NULL,
    visibility  varchar(16)   NOT NULL CHECK (visibility IN ('PRIVATE', 'PUBLIC', 'WITHDRAWN')),
    version     int           NOT NULL CHECK (version > 0),
    name        varchar(100)  NOT NULL CHECK (name <> ''),
    category    varchar(32)   NOT NULL,
    content     text          NOT NULL CHECK (length(content) <= 400000),
    search_text varchar(1000) NOT NULL,
    created_at  timestamptz   NOT NULL,
    updated_at  timestamptz   NOT NULL
);

CREATE INDEX template_of_user ON template (user_id, created_at DESC, id DESC);
CREATE INDEX template_public ON template (created_at DESC, id DESC) WHERE visibility = 'PUBLIC';

CREATE TABLE prompt_preset (
    id              uuid          PRIMARY KEY,
    user_id         uuid          NOT NULL,
    visibility      varchar(16)   NOT NULL CHECK (visibility IN ('PRIVATE', 'PUBLIC', 'WITHDRAWN')),
    version         int           NOT NULL CHECK (version > 0),
    name            varchar(100)  NOT NULL CHECK (name <> ''),
    prompt          varchar(2000) NOT NULL,
    negative_prompt varchar(2000) NOT NULL,
    search_text     varchar(3000) NOT NULL,
    created_at      timestamptz   NOT NULL,
    updated_at      timestamptz   NOT NULL,
    CHECK (prompt <> '' OR negative_prompt <> '')
);

CREATE INDEX prompt_preset_of_user ON prompt_preset (user_id, created_at DESC, id DESC);
CREATE INDEX prompt_preset_public ON prompt_preset (created_at DESC, id DESC)
    WHERE visibility = 'PUBLIC';
