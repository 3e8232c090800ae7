package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** What happens when a subscription is over. */
@Dependent
public class SubscriptionEnding {
    @Inject PlanCredits credits;

    /**
     * Lets its credits expire if its end is reached. Only for callers that have the user's turn.
     *
     * @return whether it was closed by this call
     */
    public boolean closeIfOver(Subscription subscription, Instant now) {
        if (subscription.isClosed() || !subscription.isOver(now)) {
            return false;
        }
        credits.expire(subscription);
        subscription.close(now);
        return true;
    }
}
