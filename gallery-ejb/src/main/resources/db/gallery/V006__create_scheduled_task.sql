-- What the module does by the clock. A task is run by the node that claims its row in one statement.
CREATE TABLE scheduled_task (
    name        text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9-]{0,59}$'),
    next_due_at timestamptz NOT NULL,
    runs        bigint NOT NULL DEFAULT 0,
    started_at  timestamptz,
    finished_at timestamptz,
    lease_until timestamptz,
    succeeded   boolean NOT NULL DEFAULT false,
    result      text CHECK (length(result) <= 500),
    node        text CHECK (length(node) <= 200),
    CHECK (lease_until IS NULL OR finished_at IS NULL)
);
COMMENT ON COLUMN scheduled_task.runs IS
    'Counts the claims: a node whose run was taken over cannot record its result any more.';
COMMENT ON COLUMN scheduled_task.lease_until IS
    'While it runs: afterwards its node is taken for dead.';
