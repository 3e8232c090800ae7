package studio.pingvas.payment.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import studio.pingvas.payment.schedule.PaymentTask;
import studio.pingvas.platform.schedule.Schedule;

/** Finds what the frequent run does not reach, and forgets requests that nobody refers to. */
@Dependent
public class ReconcileAllTask implements PaymentTask {
    private static final LocalTime AT = LocalTime.of(3, 40);
    private static final int MOST_PAGES = 600;

    @Inject Reconciler reconciler;
    @Inject GatewayRequests requests;

    @Override
    public String name() {
        return "reconcile-all";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(AT);
    }

    @Override
    public String run() throws InterruptedException {
        int forgotten = requests.deleteOld();
        return "%s %d old requests forgotten.".formatted(reconciler.readAll(MOST_PAGES), forgotten);
    }

    @Override
    public Duration lease() {
        return Duration.ofMinutes(45);
    }
}
