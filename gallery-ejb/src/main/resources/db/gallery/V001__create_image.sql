CREATE DOMAIN object_key AS text
    CHECK (length(VALUE) <= 512
        AND VALUE ~ '^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$');

CREATE TABLE image (
    id              uuid             PRIMARY KEY,
    user_id         uuid             NOT NULL,
    job_id          uuid             NOT NULL,
    position        integer          NOT NULL CHECK (position >= 0),
    width           integer          NOT NULL CHECK (width > 0),
    height          integer          NOT NULL CHECK (height > 0),
    prompt          text             NOT NULL CHECK (length(prompt) <= 10000),
    negative_prompt text             CHECK (length(negative_prompt) <= 10000),
    model           text             NOT NULL CHECK (length(model) BETWEEN 1 AND 200),
    seed            bigint           NOT NULL CHECK (seed >= 0),
    steps           integer          NOT NULL CHECK (steps > 0),
    cfg_scale       double precision NOT NULL CHECK (cfg_scale >= 0),
    scheduler       text             NOT NULL CHECK (length(scheduler) BETWEEN 1 AND 100),
    original_key    object_key       NOT NULL,
    thumbnail_key   object_key       NOT NULL,
    metadata_key    object_key       NOT NULL,
    bytes           bigint           NOT NULL CHECK (bytes > 0),
    thumbnail_bytes bigint           NOT NULL CHECK (thumbnail_bytes > 0),
    sha256          text             NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    -- json and not jsonb: people read it, and it keeps its order.
    recipe          json             NOT NULL
        CHECK (json_typeof(recipe) = 'object' AND length(recipe::text) <= 200000),
    starred         boolean          NOT NULL DEFAULT false,
    created_at      timestamptz      NOT NULL DEFAULT now(),
    UNIQUE (job_id, position)
);

CREATE INDEX image_newest_first ON image (user_id, created_at DESC, id DESC);

-- Objects of pictures that their owners deleted. A row is written with the deletion, so that a crash
-- or a store that is down leaves nothing unfound; it stays a while after the object is removed, so
-- that a result that is delivered twice cannot bring the picture back without its bytes.
CREATE TABLE deleted_object (
    object_key object_key  PRIMARY KEY,
    image_id   uuid        NOT NULL,
    deleted_at timestamptz NOT NULL DEFAULT now(),
    tried_at   timestamptz,
    removed_at timestamptz
);

CREATE INDEX deleted_object_of_image ON deleted_object (image_id);
CREATE INDEX deleted_object_waiting ON deleted_object (tried_at NULLS FIRST)
    WHERE removed_at IS NULL;
CREATE INDEX deleted_object_removed ON deleted_object (removed_at)
    WHERE removed_at IS NOT NULL;
