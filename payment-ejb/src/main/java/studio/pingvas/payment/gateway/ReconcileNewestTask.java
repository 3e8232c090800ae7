package studio.pingvas.payment.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import studio.pingvas.payment.schedule.PaymentTask;
import studio.pingvas.platform.schedule.Schedule;

/** Repairs what was lost lately, within a quarter of an hour. */
@Dependent
public class ReconcileNewestTask implements PaymentTask {
    private static final int MOST_PAGES_OF_EACH = 20;

    @Inject Reconciler reconciler;

    @Override
    public String name() {
        return "reconcile-newest";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(15), Duration.ofMinutes(4));
    }

    @Override
    public String run() throws InterruptedException {
        return reconciler.readNewest(MOST_PAGES_OF_EACH);
    }
}
