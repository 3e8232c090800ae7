-- Proves the books in one statement, so in one snapshot: it may run while credits move. A row is
-- one sentence about one thing that is wrong; no row means that the books are right.
--
-- A transfer takes what it gives, so the sum of all postings is zero by construction; what can be
-- wrong is that a stored balance, a number, a running balance or a hold disagrees with them.
CREATE VIEW ledger_problem AS
WITH posted AS (
    SELECT user_id,
           coalesce(sum(amount) FILTER (WHERE target = 'plan'), 0)
               - coalesce(sum(amount) FILTER (WHERE source = 'plan'), 0) AS plan,
           coalesce(sum(amount) FILTER (WHERE target = 'purchased'), 0)
               - coalesce(sum(amount) FILTER (WHERE source = 'purchased'), 0) AS purchased,
           coalesce(sum(amount) FILTER (WHERE target = 'held'), 0)
               - coalesce(sum(amount) FILTER (WHERE source = 'held'), 0) AS held,
           sum(change) AS change,
           count(*) AS transfers,
           max(number) AS last_number,
           coalesce(min(amount), 1) AS least_amount
    FROM transfer
    GROUP BY user_id
), account AS (
    SELECT user_id, a.plan, a.purchased, a.held, a.transfers,
           coalesce(p.plan, 0) AS posted_plan,
           coalesce(p.purchased, 0) AS posted_purchased,
           coalesce(p.held, 0) AS posted_held,
           coalesce(p.transfers, 0) AS posted_transfers,
           coalesce(p.last_number, 0) AS last_number,
           coalesce(p.least_amount, 1) AS least_amount,
           a.user_id IS NULL AS missing
    FROM credit_account a FULL JOIN posted p USING (user_id)
), balance AS (
    SELECT user_id, missing, b.name, b.stored, b.posted
    FROM account, LATERAL (VALUES
        ('plan', plan, posted_plan),
        ('purchased', purchased, posted_purchased),
        ('held', held, posted_held)) AS b (name, stored, posted)
), running AS (
    SELECT user_id, number, balance_after,
           lag(balance_after, 1, 0::bigint) OVER (PARTITION BY user_id ORDER BY number) + change
               AS expected
    FROM transfer
), job AS (
    SELECT job_id,
           coalesce(sum(amount) FILTER (WHERE source = 'plan' AND target = 'held'), 0) AS plan,
           coalesce(sum(amount) FILTER (WHERE source = 'purchased' AND target = 'held'), 0)
               AS purchased,
           coalesce(sum(amount) FILTER (WHERE source = 'held' AND target = 'revenue'), 0)
               AS charged,
           coalesce(sum(amount) FILTER (WHERE source = 'held' AND target <> 'revenue'), 0)
               AS returned,
           coalesce(sum(amount) FILTER (WHERE source = 'held' AND target = 'purchased'), 0)
               AS returned_purchased
    FROM transfer
    WHERE job_id IS NOT NULL
    GROUP BY job_id
), hold_of_job AS (
    SELECT job_id, h.job_id IS NULL AS missing, h.state,
           h.plan IS NOT DISTINCT FROM coalesce(j.plan, 0)
               AND h.purchased IS NOT DISTINCT FROM coalesce(j.purchased, 0) AS reserved_agrees,
           h.charged IS NOT DISTINCT FROM coalesce(j.charged, 0) AS charged_agrees,
           CASE h.state WHEN 'HELD' THEN 0 ELSE h.plan + h.purchased - h.charged END AS rest,
           h.purchased,
           coalesce(j.returned, 0) AS returned,
           coalesce(j.returned_purchased, 0) AS returned_purchased
    FROM hold h FULL JOIN job j USING (job_id)
), open_hold AS (
    SELECT user_id, sum(plan + purchased) AS held FROM hold WHERE state = 'HELD' GROUP BY user_id
)
SELECT format('The postings of all accounts sum to %s instead of zero.', total) AS problem
FROM (
    SELECT coalesce((SELECT sum(plan + purchased + held) FROM credit_account), 0)
        - coalesce((SELECT sum(change) FROM posted), 0) AS total
) AS books
WHERE total <> 0
UNION ALL
SELECT format('Transfers name user %s, who has no account.', user_id) FROM account WHERE missing
UNION ALL
SELECT format('Account %s of user %s has a balance of %s, its postings make %s.',
    name, user_id, stored, posted)
FROM balance WHERE NOT missing AND stored <> posted
UNION ALL
SELECT format('Account %s of user %s is below zero: %s.', name, user_id, stored)
FROM balance WHERE NOT missing AND stored < 0
UNION ALL
SELECT format('User %s has %s transfers numbered to %s, the account counts %s.',
    user_id, posted_transfers, last_number, transfers)
FROM account
WHERE NOT missing AND (transfers <> posted_transfers OR transfers <> last_number)
UNION ALL
SELECT format('A transfer of user %s moves %s credits.', user_id, least_amount)
FROM account WHERE least_amount <= 0
UNION ALL
SELECT format('Transfer %s of user %s leaves a balance of %s, the one before makes it %s.',
    number, user_id, balance_after, expected)
FROM running WHERE balance_after <> expected
UNION ALL
SELECT format('Transfers name job %s, which has no hold.', job_id) FROM hold_of_job WHERE missing
UNION ALL
SELECT format('The hold of job %s sets other amounts aside than its transfers.', job_id)
FROM hold_of_job WHERE NOT missing AND NOT reserved_agrees
UNION ALL
SELECT format('The hold of job %s charges something else than its transfers.', job_id)
FROM hold_of_job WHERE NOT missing AND NOT charged_agrees
UNION ALL
SELECT format('The hold of job %s is %s and must have returned %s credits, its transfers return %s.',
    job_id, state, rest, returned)
FROM hold_of_job WHERE NOT missing AND rest <> returned
UNION ALL
SELECT format('The hold of job %s returns %s purchased credits instead of %s.',
    job_id, returned_purchased, least(purchased, rest))
FROM hold_of_job WHERE NOT missing AND returned_purchased <> least(purchased, rest)
UNION ALL
SELECT format('User %s has %s credits held, the open holds make %s.',
    user_id, coalesce(a.held, 0), coalesce(o.held, 0))
FROM credit_account a FULL JOIN open_hold o USING (user_id)
WHERE coalesce(a.held, 0) <> coalesce(o.held, 0);

REVOKE INSERT, UPDATE, DELETE ON ledger_problem FROM payments;
