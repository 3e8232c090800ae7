package studio.pingvas.generation.jobs.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import studio.pingvas.contracts.payment.CreditLedger;

/** What completed jobs cost, taken from what was set aside for them. */
@ApplicationScoped
public class JobCharges {
    private static final Logger LOG = System.getLogger(JobCharges.class.getName());

    /** Reports are taken by one thread at a time; after a failure by another, while it ends. */
    private static final int THREADS = 2;

    @EJB CreditLedger ledger;
    @Resource ManagedThreadFactory threads;

    ExecutorService settling;

    @PostConstruct
    void open() {
        settling = Executors.newFixedThreadPool(THREADS, threads);
    }

    @PreDestroy
    void close() {
        settling.shutdown();
    }

    /**
     * Charges beside what the caller does meanwhile; may be repeated.
     *
     * @return what each job was charged
     */
    CompletableFuture<Map<UUID, Long>> settle(Map<UUID, Long> charges) {
        return CompletableFuture.supplyAsync(() -> settleNow(charges), settling);
    }

    private Map<UUID, Long> settleNow(Map<UUID, Long> charges) {
        Map<UUID, Long> used = new HashMap<>(ledger.settleAll(charges));
        for (UUID jobId : charges.keySet()) {
            if (used.putIfAbsent(jobId, 0L) == null) {
                // The pictures are made and stored: giving them away beats losing them.
                LOG.log(Level.ERROR, "Job {0} is completed without a charge", jobId);
            }
        }
        return used;
    }
}
