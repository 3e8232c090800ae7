-- Proves the books in one statement, so in one snapshot: it may run while credits move. A row is
-- one sentence about one thing that is wrong; no row means that the books are right.
--
-- A transfer takes what it gives, so the sum of all postings is zero by construction; what can be
-- wrong is that a stored balance, a number, a running balance, a hold or a debt disagrees with them.
--
-- The transfers are read twice: once in the order of each user's numbers, for balances and running
-- balances together, and once by job.
CREATE VIEW ledger_problem AS
WITH line AS (
    SELECT user_id, number, source, target, amount, change, balance_after,
           lag(balance_after, 1, 0::bigint) OVER (PARTITION BY user_id ORDER BY number) + change
               AS expected
    FROM transfer
), posted AS (
    SELECT user_id,
           sum(CASE 'plan' WHEN target THEN amount WHEN source THEN -amount END) AS plan,
           sum(CASE 'purchased' WHEN target THEN amount WHEN source THEN -amount END) AS purchased,
           sum(CASE 'held' WHEN target THEN amount WHEN source THEN -amount END) AS held,
           sum(CASE 'debt' WHEN target THEN -amount WHEN source THEN amount END) AS debt,
           sum(change) AS change,
           count(*) AS transfers,
           max(number) AS last_number,
           min(amount) AS least_amount,
           min(ARRAY[number, balance_after, expected]) FILTER (WHERE balance_after <> expected)
               AS first_wrong
    FROM line
    GROUP BY user_id
), account AS (
    SELECT user_id, a.plan, a.purchased, a.held, a.debt, a.transfers, a.period,
           coalesce(p.plan, 0) AS posted_plan,
           coalesce(p.purchased, 0) AS posted_purchased,
           coalesce(p.held, 0) AS posted_held,
           coalesce(p.debt, 0) AS posted_debt,
           coalesce(p.change, 0) AS posted_change,
           coalesce(p.transfers, 0) AS posted_transfers,
           coalesce(p.last_number, 0) AS last_number,
           coalesce(p.least_amount, 1) AS least_amount,
           p.first_wrong,
           a.user_id IS NULL AS missing
    FROM credit_account a FULL JOIN posted p USING (user_id)
), balance AS (
    SELECT user_id, b.name, b.stored, b.posted
    FROM account, LATERAL (VALUES
        ('plan', plan, posted_plan),
        ('purchased', purchased, posted_purchased),
        ('held', held, posted_held),
        ('debt', debt, posted_debt)) AS b (name, stored, posted)
    WHERE NOT missing
), period AS (
    SELECT user_id, count(*) AS periods, max(number) AS last_number FROM plan_period
    GROUP BY user_id
), job AS (
    SELECT job_id,
           sum(amount) FILTER (WHERE source = 'plan') AS plan,
           sum(amount) FILTER (WHERE source = 'purchased') AS purchased,
           sum(amount) FILTER (WHERE target = 'revenue') AS charged,
           sum(amount) FILTER (WHERE target = 'purchased') AS returned_purchased,
           sum(amount) FILTER (WHERE target IN ('plan', 'purchased', 'expired')) AS returned,
           max(number) FILTER (WHERE target = 'plan') AS returned_to_plan_by,
           max(number) FILTER (WHERE target = 'expired') AS expired_by
    FROM transfer
    WHERE job_id IS NOT NULL
    GROUP BY job_id
), hold_of_job AS (
    SELECT job_id, h.job_id IS NULL AS missing, h.state, h.user_id, h.period,
           h.plan = coalesce(j.plan, 0) AND h.purchased = coalesce(j.purchased, 0)
               AS reserved_agrees,
           h.charged = coalesce(j.charged, 0) AS charged_agrees,
           CASE h.state WHEN 'HELD' THEN 0 ELSE h.plan + h.purchased - h.charged END AS rest,
           h.purchased,
           coalesce(j.returned, 0) AS returned,
           coalesce(j.returned_purchased, 0) AS returned_purchased,
           j.returned_to_plan_by,
           j.expired_by
    FROM hold h FULL JOIN job j USING (job_id)
), open_hold AS (
    SELECT user_id, sum(plan + purchased) AS held FROM hold WHERE state = 'HELD' GROUP BY user_id
)
SELECT format('The postings of all accounts sum to %s instead of zero.', total) AS problem
FROM (
    SELECT coalesce(sum(coalesce(plan + purchased + held, 0) - posted_change), 0) AS total
    FROM account
) AS books
WHERE total <> 0
UNION ALL
SELECT format('Transfers name user %s, who has no account.', user_id) FROM account WHERE missing
UNION ALL
SELECT format('Account %s of user %s has a balance of %s, its postings make %s.',
    name, user_id, stored, posted)
FROM balance WHERE stored <> posted
UNION ALL
SELECT format('Account %s of user %s is below zero: %s.', name, user_id, stored)
FROM balance WHERE stored < 0
UNION ALL
SELECT format('User %s owes %s credits and has %s.', user_id, debt, plan + purchased)
FROM account WHERE debt > 0 AND plan + purchased > 0
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
    first_wrong[1], user_id, first_wrong[2], first_wrong[3])
FROM account WHERE first_wrong IS NOT NULL
UNION ALL
SELECT format('User %s has %s periods numbered to %s, the account counts %s.',
    user_id, coalesce(p.periods, 0), coalesce(p.last_number, 0), a.period)
FROM account a LEFT JOIN period p USING (user_id)
WHERE NOT missing
    AND (a.period <> coalesce(p.periods, 0) OR a.period <> coalesce(p.last_number, 0))
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
-- The period that ended the one of the hold, if it has ended.
SELECT format('The hold of job %s returned plan credits though their period was over.', j.job_id)
FROM hold_of_job j JOIN plan_period p ON p.user_id = j.user_id AND p.number = j.period + 1
WHERE j.returned_to_plan_by > p.transfers
UNION ALL
SELECT format('Plan credits held for job %s expired though their period was not over.', j.job_id)
FROM hold_of_job j
WHERE j.expired_by IS NOT NULL AND NOT EXISTS (
    SELECT FROM plan_period p
    WHERE p.user_id = j.user_id AND p.number = j.period + 1 AND p.transfers < j.expired_by)
UNION ALL
SELECT format('User %s has %s credits held, the open holds make %s.',
    user_id, coalesce(a.held, 0), coalesce(o.held, 0))
FROM credit_account a FULL JOIN open_hold o USING (user_id)
WHERE coalesce(a.held, 0) <> coalesce(o.held, 0);

REVOKE INSERT, UPDATE, DELETE ON ledger_problem FROM payments;
