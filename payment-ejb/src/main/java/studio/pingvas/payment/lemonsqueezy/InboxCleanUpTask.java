package studio.pingvas.payment.lemonsqueezy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalTime;
import studio.pingvas.payment.schedule.PaymentTask;
import studio.pingvas.platform.schedule.Schedule;

/** Forgets reports that were worked off long ago; told again, they are old by their version. */
@Dependent
public class InboxCleanUpTask implements PaymentTask {
    @Inject ReportInbox inbox;

    @Override
    public String name() {
        return "webhook-inbox-clean-up";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(3, 20));
    }

    @Override
    public String run() {
        return "Reports that were forgotten: " + inbox.forgetOld();
    }
}
