package studio.pingvas.generation.inputs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.platform.schedule.LoggedTimeout;

/** Runs on every node: what two nodes delete is deleted. */
@Singleton
@Interceptors(LoggedTimeout.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeptInputsTimer {
    @Inject KeptInputs inputs;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    public void sweep() {
        boolean more;
        do {
            more = inputs.sweep();
        } while (more);
    }
}
