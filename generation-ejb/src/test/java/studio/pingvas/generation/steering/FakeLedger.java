package studio.pingvas.generation.steering;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.InsufficientCreditsException;

/** Of payment's contract only what the line of a user needs; every user has as many credits. */
final class FakeLedger {
    long available = 1_000;
    final Map<UUID, Long> held = new LinkedHashMap<>();
    final List<UUID> released = new ArrayList<>();

    CreditLedger asLedger() {
        return (CreditLedger)
                Proxy.newProxyInstance(
                        CreditLedger.class.getClassLoader(),
                        new Class<?>[] {CreditLedger.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "balance" -> new CreditBalance(available, 0, 0);
                                    case "reserve" -> reserve(arguments);
                                    case "release" -> release((UUID) arguments[0]);
                                    case "releaseAll" -> releaseAll((Collection<?>) arguments[1]);
                                    default -> throw new AssertionError(method.getName());
                                });
    }

    private boolean reserve(Object... arguments) {
        long required = Math.max((Long) arguments[2], (Long) arguments[4]);
        if (available < required) {
            throw new InsufficientCreditsException(required, available);
        }
        held.put((UUID) arguments[1], (Long) arguments[2]);
        return true;
    }

    private long release(UUID jobId) {
        released.add(jobId);
        held.remove(jobId);
        return 2;
    }

    private Map<UUID, Long> releaseAll(Collection<?> jobIds) {
        return jobIds.stream()
                .map(UUID.class::cast)
                .collect(Collectors.toMap(jobId -> jobId, this::release));
    }
}
