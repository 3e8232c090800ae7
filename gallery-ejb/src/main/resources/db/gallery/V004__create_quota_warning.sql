-- When somebody was last told that the pictures need more room than the tier gives.
CREATE TABLE quota_warning (
    user_id uuid        PRIMARY KEY,
    told_at timestamptz NOT NULL DEFAULT now()
);
