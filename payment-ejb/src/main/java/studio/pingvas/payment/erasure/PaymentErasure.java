package studio.pingvas.payment.erasure;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import studio.pingvas.contracts.payment.Subscriptions;

/**
 * First nothing more may be charged: while the payment gateway does not answer, the order stays
 * open and is tried again. Then the rest goes.
 */
@Dependent
public class PaymentErasure {
    @Inject Instance<Subscriptions> gateway;
    @Inject ErasedSubscriber subscriber;

    /**
     * @return whether there may be more: never, it is done at once
     * @throws RuntimeException if the subscription cannot be cancelled now
     */
    public boolean step(UUID userId) {
        if (subscriber.isCharged(userId)) {
            gateway.get().cancel(userId);
        }
        subscriber.erase(userId);
        return false;
    }
}
