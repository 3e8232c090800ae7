-- Proves that payments and credits agree: each payment gave its credits once, each refund took back
-- what was left to take, and a subscription is the newest report of it. One row is one sentence about
-- one thing that is wrong. Payments and credits change in one transaction, so one snapshot sees both.
CREATE VIEW payment_problem AS
WITH given AS (
    SELECT key, user_id, amount FROM transfer
    WHERE source = 'granted' AND (key ^@ 'ls_invoice:' OR key ^@ 'ls_order:')
), taken AS (
    SELECT split_part(key, ':', 2) AS source, split_part(key, ':', 3) AS source_id,
        sum(amount) AS amount
    FROM transfer
    WHERE target = 'refunded' AND key ^@ 'ls_refund:'
    GROUP BY 1, 2
), newest AS (
    SELECT data_id, source_updated_at, max(status) AS status, count(DISTINCT status) AS statuses
    FROM (
        SELECT data_id, source_updated_at, status,
            max(source_updated_at) OVER (PARTITION BY data_id) AS newest_at
        FROM webhook_inbox
        WHERE data_type = 'subscriptions' AND state = 'DONE'
    ) AS report
    WHERE source_updated_at = newest_at
    GROUP BY data_id, source_updated_at
)
SELECT format('Payment %s:%s of user %s says %s credits, its transfer gives %s to user %s.',
    i.source, i.source_id, i.user_id, i.credits, coalesce(g.amount, 0), coalesce(g.user_id, i.user_id))
    AS problem
FROM invoice i LEFT JOIN given g ON g.key = i.source || ':' || i.source_id
WHERE i.credits <> coalesce(g.amount, 0) OR i.user_id <> g.user_id
UNION ALL
SELECT format('Transfer %s of user %s gives credits for a payment that is not there.', g.key, g.user_id)
FROM given g LEFT JOIN invoice i ON g.key = i.source || ':' || i.source_id
WHERE i.id IS NULL
UNION ALL
SELECT format('Payment %s:%s of user %s was paid and gave nothing.', i.source, i.source_id, i.user_id)
FROM invoice i LEFT JOIN subscription s ON s.id = i.subscription_id
WHERE i.credits = 0 AND i.status IN ('paid', 'refunded') AND i.total_cents > 0
    AND (s.trial_ends_at IS NULL OR i.created_at >= s.trial_ends_at)
UNION ALL
SELECT format('Payment %s:%s of user %s says %s credits were taken back, its transfers take %s.',
    i.source, i.source_id, i.user_id, i.credits_taken_back, coalesce(t.amount, 0))
FROM invoice i LEFT JOIN taken t USING (source, source_id)
WHERE i.credits_taken_back <> coalesce(t.amount, 0)
UNION ALL
SELECT format('Transfers take credits back for payment %s:%s, which is not there.', source, source_id)
FROM taken t LEFT JOIN invoice i USING (source, source_id)
WHERE i.id IS NULL
UNION ALL
SELECT format('Subscription %s of user %s follows the report of %s, the newest is of %s.',
    s.id, s.user_id, s.source_updated_at, n.source_updated_at)
FROM subscription s JOIN newest n ON n.data_id = s.source_id
WHERE s.source = 'lemonsqueezy' AND s.source_updated_at < n.source_updated_at
UNION ALL
SELECT format('Subscription %s of user %s is %s, its newest report says %s.',
    s.id, s.user_id, s.status, n.status)
FROM subscription s JOIN newest n ON n.data_id = s.source_id
WHERE s.source = 'lemonsqueezy' AND s.source_updated_at = n.source_updated_at
    AND n.statuses = 1
    AND s.status <> CASE n.status
        WHEN 'on_trial' THEN 'trial' WHEN 'cancelled' THEN 'cancelling' ELSE n.status END;

REVOKE INSERT, UPDATE, DELETE ON payment_problem FROM payments;
