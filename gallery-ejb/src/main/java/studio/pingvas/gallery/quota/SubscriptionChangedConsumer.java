package studio.pingvas.gallery.quota;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import studio.pingvas.contracts.payment.message.PaymentDestinations;
import studio.pingvas.contracts.payment.message.SubscriptionChanged;
import studio.pingvas.platform.messaging.JmsText;

/** A smaller tier may have less room than the pictures take already. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destination",
                    propertyValue = PaymentDestinations.FOR_GALLERY),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class SubscriptionChangedConsumer implements MessageListener {
    @Inject StorageQuota quota;

    @Override
    public void onMessage(Message message) {
        if (JmsText.isA(SubscriptionChanged.class, message)) {
            SubscriptionChanged change = JmsText.read(message, SubscriptionChanged.class);
            if (change.tier().compareTo(change.previousTier()) < 0) {
                quota.check(change.userId(), change.storageBytes());
            }
        }
    }
}
