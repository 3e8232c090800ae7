package studio.pingvas.generation.batches.control;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.NewHold;

/** Of payment's contract only what a batch needs, for one user. */
public final class BatchLedger {
    private final Map<UUID, Long> held = new LinkedHashMap<>();
    private final Map<UUID, Long> released = new LinkedHashMap<>();
    private long available;
    private Runnable afterwards = () -> {};

    public BatchLedger(long available) {
        this.available = available;
    }

    public CreditLedger asLedger() {
        return (CreditLedger)
                Proxy.newProxyInstance(
                        CreditLedger.class.getClassLoader(),
                        new Class<?>[] {CreditLedger.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "balance" -> new CreditBalance(available, 0, 0);
                                    case "reserveAll" -> reserveAll((List<?>) arguments[1]);
                                    case "releaseAll" -> releaseAll((Collection<?>) arguments[1]);
                                    default -> throw new AssertionError(method.getName());
                                });
    }

    /** Of each job that credits are set aside for. */
    public Map<UUID, Long> held() {
        return held;
    }

    /** What happens right after credits were set aside the next time. */
    void afterReserving(Runnable event) {
        afterwards = event;
    }

    synchronized boolean reserveAll(List<?> holds) {
        List<NewHold> all = holds.stream().map(NewHold.class::cast).toList();
        if (all.stream().anyMatch(hold -> released.containsKey(hold.jobId()))) {
            return false;
        }
        List<NewHold> fresh = all.stream().filter(hold -> !held.containsKey(hold.jobId())).toList();
        long sum = fresh.stream().mapToLong(NewHold::credits).sum();
        if (sum > available) {
            throw new InsufficientCreditsException(sum, available);
        }
        available -= sum;
        fresh.forEach(hold -> held.put(hold.jobId(), hold.credits()));
        Runnable event = afterwards;
        afterwards = () -> {};
        event.run();
        return true;
    }

    synchronized Map<UUID, Long> releaseAll(Collection<?> jobIds) {
        Map<UUID, Long> returned = new HashMap<>();
        for (Object id : jobIds) {
            Long credits = held.remove(id);
            if (credits != null) {
                available += credits;
                released.put((UUID) id, credits);
            }
            if (released.containsKey(id)) {
                returned.put((UUID) id, released.get(id));
            }
        }
        return returned;
    }
}
