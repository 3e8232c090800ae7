package studio.pingvas.generation.webhooks.boundary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.generation.webhooks.control.DeliveryTable;
import studio.pingvas.generation.webhooks.control.WebhookSender;
import studio.pingvas.platform.schedule.LoggedTimeout;

/** Runs on every node: each delivery is claimed by one of them. */
@Singleton
@Interceptors(LoggedTimeout.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookTimer {
    @Inject WebhookSender sender;
    @Inject DeliveryTable table;

    @Schedule(hour = "*", minute = "*", second = "4/5", persistent = false)
    public void sendWhatIsDue() {
        sender.sendSoon();
    }

    @Schedule(hour = "*", minute = "23", persistent = false)
    public void forgetOld() {
        table.forgetOld();
    }
}
