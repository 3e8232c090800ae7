-- Proves the books in one statement, so in one snapshot: it may run while credits move. A row is
-- one sentence about one thing that is wrong; no row means that the books are right.
--
-- A transfer takes what it gives, so the sum of all postings is zero by construction; what can be
-- wrong is that a stored balance, a number, a running balance, a hold or a debt disagrees with them.
--
-- The transfers are read twice, once by user and once by job, without sorting them.
CREATE VIEW ledger_problem AS
WITH posted AS (
    SELECT user_id,
           sum(CASE 'plan' WHEN target THEN amount WHEN source THEN -amount END) AS plan,
           sum(CASE 'purchased' WHEN target THEN amount WHEN source THEN -amount END) AS purchased,
           sum(CASE 'held' WHEN target THEN amount WHEN source THEN -amount END) AS held,
           sum(CASE 'debt' WHEN target THEN -amount WHEN source THEN amount END) AS debt,
           sum(change) AS change,
           count(*) AS transfers,
           max(number) AS last_number,
           min(amount) AS least_amount,
           -- Each balance stands here twice, as the one after a transfer and before the next: pairs
           -- cancel out, and the first and the last are left. Costs no sorting.
           bit_xor(hashint8extended(balance_after, number)
               # hashint8extended(balance_after - change, number - 1)) AS chain
    FROM transfer
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
           p.chain = hashint8extended(0, 0)
               # hashint8extended(a.plan + a.purchased + a.held, p.last_number) AS chained,
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
    -- At most one of each kind, so no sums are needed; whatever is there twice shows in the count.
    SELECT job_id,
           count(*) AS transfers,
           max(amount) FILTER (WHERE source = 'plan') AS plan,
           max(amount) FILTER (WHERE source = 'purchased') AS purchased,
           max(amount) FILTER (WHERE target = 'revenue') AS charged,
           max(amount) FILTER (WHERE target = 'plan') AS returned_plan,
           max(amount) FILTER (WHERE target = 'purchased') AS returned_purchased,
           max(amount) FILTER (WHERE target = 'expired') AS expired,
           max(number) AS last_number
    FROM transfer
    WHERE job_id IS NOT NULL
    GROUP BY job_id
), hold_of_job AS (
    SELECT job_id, h.job_id IS NULL AS missing, h.state,
           h.plan = coalesce(j.plan, 0) AND h.purchased = coalesce(j.purchased, 0)
               AS reserved_agrees,
           h.charged = coalesce(j.charged, 0) AS charged_agrees,
           j.transfers = num_nonnulls(j.plan, j.purchased, j.charged, j.returned_plan,
               j.returned_purchased, j.expired) AS once,
           CASE h.state WHEN 'HELD' THEN 0 ELSE h.plan + h.purchased - h.charged END AS rest,
           h.purchased,
           coalesce(j.returned_plan, 0) + coalesce(j.returned_purchased, 0)
               + coalesce(j.expired, 0) AS returned,
           coalesce(j.returned_purchased, 0) AS returned_purchased,
           j.returned_plan IS NOT NULL AND j.last_number > p.transfers AS too_late,
           j.expired IS NOT NULL AND j.last_number <= coalesce(p.transfers, j.last_number)
               AS too_early
    FROM hold h
    FULL JOIN job j USING (job_id)
    -- The period that ended the one of the hold, if it has ended.
    LEFT JOIN plan_period p ON p.user_id = h.user_id AND p.number = h.period + 1
), wrong_hold AS (
    SELECT * FROM hold_of_job
    WHERE missing OR NOT reserved_agrees OR NOT charged_agrees OR NOT once OR rest <> returned
        OR returned_purchased <> least(purchased, rest) OR too_late OR too_early
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
    t.number, user_id, t.balance_after, t.expected)
FROM account, LATERAL (
    SELECT number, balance_after,
        lag(balance_after, 1, 0::bigint) OVER (ORDER BY number) + change AS expected
    FROM transfer
    WHERE transfer.user_id = account.user_id) AS t
WHERE NOT chained AND t.balance_after <> t.expected
UNION ALL
SELECT format('User %s has %s periods numbered to %s, the account counts %s.',
    user_id, coalesce(p.periods, 0), coalesce(p.last_number, 0), a.period)
FROM account a LEFT JOIN period p USING (user_id)
WHERE NOT missing
    AND (a.period <> coalesce(p.periods, 0) OR a.period <> coalesce(p.last_number, 0))
UNION ALL
SELECT format('Transfers name job %s, which has no hold.', job_id) FROM wrong_hold WHERE missing
UNION ALL
SELECT format('The hold of job %s sets other amounts aside than its transfers.', job_id)
FROM wrong_hold WHERE NOT missing AND NOT reserved_agrees
UNION ALL
SELECT format('The hold of job %s charges something else than its transfers.', job_id)
FROM wrong_hold WHERE NOT missing AND NOT charged_agrees
UNION ALL
SELECT format('Transfers of job %s do something twice.', job_id)
FROM wrong_hold WHERE NOT missing AND NOT once
UNION ALL
SELECT format('The hold of job %s is %s and must have returned %s credits, its transfers return %s.',
    job_id, state, rest, returned)
FROM wrong_hold WHERE NOT missing AND rest <> returned
UNION ALL
SELECT format('The hold of job %s returns %s purchased credits instead of %s.',
    job_id, returned_purchased, least(purchased, rest))
FROM wrong_hold WHERE NOT missing AND returned_purchased <> least(purchased, rest)
UNION ALL
SELECT format('The hold of job %s returned plan credits though their period was over.', job_id)
FROM wrong_hold WHERE too_late
UNION ALL
SELECT format('Plan credits held for job %s expired though their period was not over.', job_id)
FROM wrong_hold WHERE too_early
UNION ALL
SELECT format('User %s has %s credits held, the open holds make %s.',
    user_id, coalesce(a.held, 0), coalesce(o.held, 0))
FROM credit_account a FULL JOIN open_hold o USING (user_id)
WHERE coalesce(a.held, 0) <> coalesce(o.held, 0);

REVOKE INSERT, UPDATE, DELETE ON ledger_problem FROM payments;
