package studio.pingvas.payment.subscriptions;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import studio.pingvas.payment.schedule.PaymentTask;
import studio.pingvas.platform.schedule.Schedule;

/**
 * Gives the months that no payment brings: those within a paid year, of contracts, and of accounts
 * that the operator provides. Each on the day of the month on which its period began.
 */
@Dependent
public class MonthlyCreditsTask implements PaymentTask {
    @Inject DueSubscriptions subscriptions;

    @Override
    public String name() {
        return "monthly-credits";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1), Duration.ofMinutes(2));
    }

    @Override
    public String run() {
        int given = DueWork.doAll(subscriptions::withoutMonth, subscriptions::giveMonth);
        return "Subscriptions that got their month: " + given;
    }
}
