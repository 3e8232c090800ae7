-- Plan credits end with their period, refunds may leave a debt, and holds know who spends.

ALTER TABLE credit_account
    ADD COLUMN debt bigint NOT NULL DEFAULT 0 CHECK (debt >= 0),
    ADD COLUMN period bigint NOT NULL DEFAULT 0 CHECK (period >= 0);
COMMENT ON COLUMN credit_account.debt IS
    'Credits that were refunded after they had been spent. What comes in pays them first.';
COMMENT ON COLUMN credit_account.period IS
    'How often the plan credits have ended: the number of the last row in plan_period.';

ALTER TABLE hold
    ADD COLUMN spender uuid,
    ADD COLUMN period bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN hold.spender IS 'The API key that spends, if it is one.';
COMMENT ON COLUMN hold.period IS
    'Period of its plan credits: afterwards they do not go back to the plan.';
CREATE INDEX hold_of_spender ON hold (spender, created_at) WHERE spender IS NOT NULL;

CREATE TABLE plan_period (
    user_id    uuid NOT NULL REFERENCES credit_account,
    number     bigint NOT NULL CHECK (number > 0),
    key        text NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 180),
    transfers  bigint NOT NULL CHECK (transfers >= 0),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (user_id, number)
);
COMMENT ON TABLE plan_period IS
    'Each end of plan credits, also when there were none left: told twice, it is one row.';
COMMENT ON COLUMN plan_period.transfers IS 'How many transfers the user had before it began.';
REVOKE INSERT, UPDATE, DELETE ON plan_period FROM payments;

-- The debt is an account of the user that only ever owes: it gives to the house what the user no
-- longer has, and gets it back from later credits. So a refund is whole at once, and the balance
-- of the user falls when the debt is paid.
DROP VIEW ledger_problem;
ALTER TABLE transfer
    ADD COLUMN actor uuid,
    DROP CONSTRAINT transfer_source_check,
    DROP CONSTRAINT transfer_target_check,
    DROP CONSTRAINT transfer_check1,
    DROP COLUMN change;
ALTER TABLE transfer
    ADD COLUMN change bigint NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN source = 'granted' THEN amount
            WHEN source = 'debt' THEN 0
            WHEN target IN ('revenue', 'expired', 'refunded', 'granted', 'debt') THEN -amount
            ELSE 0
        END) STORED,
    ADD CONSTRAINT transfer_source_check
        CHECK (source IN ('plan', 'purchased', 'held', 'debt', 'granted')),
    ADD CONSTRAINT transfer_target_check
        CHECK (target IN
            ('plan', 'purchased', 'held', 'debt', 'granted', 'revenue', 'expired', 'refunded')),
    ADD CONSTRAINT transfer_grant_check
        CHECK (source <> 'granted' OR target IN ('plan', 'purchased')),
    ADD CONSTRAINT transfer_debt_check
        CHECK ((source <> 'debt' OR target = 'refunded')
            AND (target <> 'debt' OR source IN ('plan', 'purchased')));
COMMENT ON COLUMN transfer.actor IS 'The administrator who adjusted.';
COMMENT ON COLUMN transfer.change IS
    'What it does to the balance of the user, open holds included: zero between own accounts.';
