package studio.pingvas.generation.steering;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.CreditLedger;

/** Of payment's contract only that holds are released, each worth two credits. */
final class FakeLedger {
    final List<UUID> released = new ArrayList<>();

    CreditLedger asLedger() {
        return (CreditLedger)
                Proxy.newProxyInstance(
                        CreditLedger.class.getClassLoader(),
                        new Class<?>[] {CreditLedger.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("release")) {
                                throw new AssertionError("Not expected: " + method.getName());
                            }
                            released.add((UUID) arguments[0]);
                            return 2L;
                        });
    }
}
