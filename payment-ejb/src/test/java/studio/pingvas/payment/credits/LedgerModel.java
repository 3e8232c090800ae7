package studio.pingvas.payment.credits;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditBucket;

/** What the ledger must do for one user, in the plainest Java: the oracle of the random tests. */
final class LedgerModel {
    private static final class ModelHold {
        final long plan;
        final long purchased;
        HoldState state = HoldState.HELD;
        long charged;

        ModelHold(long plan, long purchased) {
            this.plan = plan;
            this.purchased = purchased;
        }

        long reserved() {
            return plan + purchased;
        }
    }

    private final Map<UUID, ModelHold> holds = new HashMap<>();
    private long plan = Ledgers.SIGNUP_CREDITS;
    private long purchased;
    private long held;

    /** "held", "ended", or "refused". */
    String reserve(UUID job, long credits) {
        ModelHold earlier = holds.get(job);
        if (earlier != null) {
            return earlier.state == HoldState.HELD ? "held" : "ended";
        }
        if (plan + purchased < credits) {
            return "refused";
        }
        long fromPlan = Math.min(plan, credits);
        ModelHold hold = new ModelHold(fromPlan, credits - fromPlan);
        holds.put(job, hold);
        plan -= hold.plan;
        purchased -= hold.purchased;
        held += credits;
        return "held";
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
    }

    CreditBalance balance() {
        return new CreditBalance(plan, purchased, held);
    }

    private void end(ModelHold hold, HoldState state, long charge) {
        hold.state = state;
        hold.charged = charge;
        held -= hold.reserved();
        plan += Math.max(0, hold.plan - charge);
        purchased += Math.min(hold.purchased, hold.reserved() - charge);
    }
}
