package studio.pingvas.payment.credits;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.NewHold;
import studio.pingvas.contracts.payment.SpendLimit;

/** What the ledger must do for one user, in the plainest Java: the oracle of the random tests. */
final class LedgerModel {
    private static final class ModelHold {
        final long plan;
        final long purchased;
        final long period;
        final UUID spender;
        HoldState state = HoldState.HELD;
        long charged;

        ModelHold(long plan, long purchased, long period, UUID spender) {
            this.plan = plan;
            this.purchased = purchased;
            this.period = period;
            this.spender = spender;
        }

        long counted() {
            return state == HoldState.HELD ? reserved() : charged;
        }

        long reserved() {
            return plan + purchased;
        }
    }

    private final Map<UUID, ModelHold> holds = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private long plan = Ledgers.SIGNUP_CREDITS;
    private long purchased;
    private long held;
    private long debt;
    private long period;

    /** "held", "ended", "refused", or "over the limit". */
    String reserve(UUID job, long credits, SpendLimit limit) {
        ModelHold earlier = holds.get(job);
        if (earlier != null) {
            return earlier.state == HoldState.HELD ? "held" : "ended";
        }
        if (plan + purchased < credits) {
            return "refused";
        }
        if (limit != null && spentBy(limit.spender()) + credits > limit.creditsPerDay()) {
            return "over the limit";
        }
        long fromPlan = Math.min(plan, credits);
        ModelHold hold =
                new ModelHold(
                        fromPlan,
                        credits - fromPlan,
                        period,
                        limit == null ? null : limit.spender());
        holds.put(job, hold);
        plan -= hold.plan;
        purchased -= hold.purchased;
        held += credits;
        return "held";
    }

    /** As {@link #reserve} answers; for all or none. */
    String reserveAll(List<NewHold> asked, SpendLimit limit) {
        if (asked.stream().anyMatch(hold -> hasEnded(hold.jobId()))) {
            return "ended";
        }
        List<NewHold> fresh =
                asked.stream().filter(hold -> !holds.containsKey(hold.jobId())).toList();
        long total = fresh.stream().mapToLong(NewHold::credits).sum();
        if (plan + purchased < total) {
            return "refused";
        }
        if (limit != null
                && total > 0
                && spentBy(limit.spender()) + total > limit.creditsPerDay()) {
            return "over the limit";
        }
        fresh.forEach(hold -> reserve(hold.jobId(), hold.credits(), limit));
        return "held";
    }

    /** What went back of each that is released. */
    Map<UUID, Long> releaseAll(List<UUID> jobs) {
        Map<UUID, Long> returned = new HashMap<>();
        for (UUID job : jobs) {
            ModelHold hold = holds.get(job);
            if (hold != null && hold.state == HoldState.HELD) {
                giveBack(hold, HoldState.RELEASED, 0);
            }
            if (hold != null && hold.state == HoldState.RELEASED) {
                returned.put(job, hold.reserved());
            }
        }
        payDebt();
        return returned;
    }

    private boolean hasEnded(UUID job) {
        return holds.containsKey(job) && holds.get(job).state != HoldState.HELD;
    }

    /** What was charged, "not open", or "too much". */
    String settle(UUID job, long credits) {
        ModelHold hold = holds.get(job);
        if (hold == null || hold.state == HoldState.RELEASED) {
            return "not open";
        }
        if (hold.state == HoldState.HELD) {
            if (credits > hold.reserved()) {
                return "too much";
            }
            end(hold, HoldState.SETTLED, credits);
        }
        return String.valueOf(hold.charged);
    }

    /** What went back. */
    String release(UUID job) {
        ModelHold hold = holds.get(job);
        if (hold == null || hold.state == HoldState.SETTLED) {
            return "0";
        }
        if (hold.state == HoldState.HELD) {
            end(hold, HoldState.RELEASED, 0);
        }
        return String.valueOf(hold.reserved());
    }

    void grant(CreditBucket bucket, long credits) {
        if (bucket == CreditBucket.PLAN) {
            plan += credits;
        } else {
            purchased += credits;
        }
        payDebt();
    }

    void renewPlan(long credits, String key) {
        if (expirePlan(key)) {
            grant(CreditBucket.PLAN, credits);
        }
    }

    boolean expirePlan(String key) {
        if (!keys.add(key)) {
            return false;
        }
        plan = 0;
        period++;
        return true;
    }

    void takeBack(CreditBucket bucket, long credits, String key) {
        if (!keys.add(key)) {
            return;
        }
        long fromPlan =
                Math.min(
                        plan,
                        bucket == CreditBucket.PLAN ? credits : Math.max(0, credits - purchased));
        long fromPurchased = Math.min(purchased, credits - fromPlan);
        plan -= fromPlan;
        purchased -= fromPurchased;
        debt += credits - fromPlan - fromPurchased;
    }

    /** "done" or "short". */
    String adjust(CreditBucket bucket, long credits) {
        if ((bucket == CreditBucket.PLAN ? plan : purchased) + credits < 0) {
            return "short";
        }
        grant(bucket, credits);
        return "done";
    }

    CreditBalance balance() {
        return new CreditBalance(plan, purchased, held, debt);
    }

    private long spentBy(UUID spender) {
        return holds.values().stream()
                .filter(hold -> spender.equals(hold.spender))
                .mapToLong(ModelHold::counted)
                .sum();
    }

    private void payDebt() {
        long fromPlan = Math.min(plan, debt);
        long fromPurchased = Math.min(purchased, debt - fromPlan);
        plan -= fromPlan;
        purchased -= fromPurchased;
        debt -= fromPlan + fromPurchased;
    }

    private void end(ModelHold hold, HoldState state, long charge) {
        giveBack(hold, state, charge);
        payDebt();
    }

    private void giveBack(ModelHold hold, HoldState state, long charge) {
        hold.state = state;
        hold.charged = charge;
        held -= hold.reserved();
        plan += hold.period == period ? Math.max(0, hold.plan - charge) : 0;
        purchased += Math.min(hold.purchased, hold.reserved() - charge);
    }
}
