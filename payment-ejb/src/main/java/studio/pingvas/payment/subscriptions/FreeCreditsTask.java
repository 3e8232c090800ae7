package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import studio.pingvas.payment.schedule.PaymentTask;
import studio.pingvas.platform.schedule.Schedule;

/**
 * Fills up the free plan, once in a calendar month (UTC) and only where something of it was spent:
 * accounts that nobody uses cost nothing. The month of the sign-up has the welcome credits; whoever
 * loses a subscription gets the free month within the hour, unless it was given this month.
 */
@Dependent
public class FreeCreditsTask implements PaymentTask {
    @Inject DueSubscriptions subscriptions;

    @Override
    public String name() {
        return "free-credits";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1), Duration.ofMinutes(12));
    }

    @Override
    public String run() {
        int given = DueWork.doAll(subscriptions::withoutFreeMonth, subscriptions::giveFreeMonth);
        return "Free accounts that got their month: " + given;
    }
}
