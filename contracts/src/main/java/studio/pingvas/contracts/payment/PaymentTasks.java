package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import studio.pingvas.contracts.ScheduledTasks;

/** What payment-ejb does by the clock. */
@Local
public interface PaymentTasks extends ScheduledTasks {}
