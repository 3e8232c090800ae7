package studio.pingvas.payment.lemonsqueezy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import studio.pingvas.platform.concurrent.CoalescingTask;

/** Works off what was reported: at once, and by the timer what was left behind. */
@ApplicationScoped
public class ReportWorker {
    private static final Logger LOG = System.getLogger(ReportWorker.class.getName());
    private static final int BATCH = 100;

    /** A report may overtake the one that explains it, but not by much. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Resource ManagedExecutorService executor;
    @Inject ReportInbox inbox;
    @Inject Instance<MissingResources> missing;

    private final CoalescingTask working = new CoalescingTask(this::workOffWhatIsDue);

    public void onKept(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReportKept kept) {
        workSoon();
    }

    public void workSoon() {
        working.ask(executor);
    }

    void workOffWhatIsDue() {
        try {
            List<Long> due;
            do {
                due = inbox.due(BATCH);
                due.forEach(this::work);
                // Fewer: the rest is left to the timer, since another node may be at it.
            } while (due.size() == BATCH);
        } catch (RuntimeException e) {
            // The rows stand; the timer tries again in a few seconds.
            LOG.log(Level.WARNING, "Reports of the payment gateway wait: {0}", e.toString());
        }
    }

    private void work(long reportId) {
        try {
            inbox.work(reportId).ifPresent(this::lookAt);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Report " + reportId + " of the payment gateway failed", e);
            inbox.fail(reportId, reasonOf(e));
        }
    }

    private void lookAt(Report report) {
        if (report.isRejected()) {
            LOG.log(
                    Level.WARNING,
                    "Report {0} of the payment gateway was rejected: {1}",
                    report.id(),
                    report.note());
        }
        if (report.waitsSince(PATIENCE) && !missing.isUnsatisfied()) {
            fetchWhatIsMissing(report);
        }
    }

    private void fetchWhatIsMissing(Report report) {
        WebhookDocument.read(report.body())
                .resource()
                .filter(InvoiceResource.class::isInstance)
                .map(InvoiceResource.class::cast)
                .filter(invoice -> missing.get().followSubscription(invoice.subscriptionId()))
                .ifPresent(invoice -> inbox.retry(report.id()));
    }

    /** The container wraps what a bean throws. */
    private static String reasonOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
