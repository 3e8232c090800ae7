package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import studio.pingvas.payment.schedule.PaymentTask;
import studio.pingvas.platform.schedule.Schedule;

/**
 * Closes what is over although nobody reported it. The tier itself ends to the second, because
 * whoever asks for it compares the time; here credits expire and other modules are told.
 */
@Dependent
public class SubscriptionEndTask implements PaymentTask {
    @Inject DueSubscriptions subscriptions;

    @Override
    public String name() {
        return "subscription-ends";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(10), Duration.ZERO);
    }

    @Override
    public String run() {
        int closed = DueWork.doAll(subscriptions::over, subscriptions::close);
        return "Subscriptions that have ended: " + closed;
    }
}
