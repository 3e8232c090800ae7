-- Users whose rows are erased step by step (Erasures), and who get no new ones. The id alone is kept.
CREATE TABLE erasure (
    user_id       uuid        PRIMARY KEY,
    ordered_at    timestamptz NOT NULL DEFAULT now(),
    claimed_until timestamptz,
    done_at       timestamptz
);

CREATE INDEX erasure_open ON erasure (claimed_until NULLS FIRST, ordered_at) WHERE done_at IS NULL;
