package studio.pingvas.user.news;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import studio.pingvas.contracts.payment.message.PaymentDestinations;
import studio.pingvas.contracts.payment.message.PaymentFailed;
import studio.pingvas.contracts.payment.message.SubscriptionChanged;
import studio.pingvas.platform.messaging.JmsText;

/** What payment-ejb tells. A failure rolls the message back, and the broker delivers it again. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destination",
                    propertyValue = PaymentDestinations.FOR_USER),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class PaymentNewsConsumer implements MessageListener {
    @Inject AccountNews news;

    @Override
    public void onMessage(Message message) {
        if (JmsText.isA(SubscriptionChanged.class, message)) {
            news.hear(JmsText.eventId(message), JmsText.read(message, SubscriptionChanged.class));
        } else if (JmsText.isA(PaymentFailed.class, message)) {
            news.hear(JmsText.eventId(message), JmsText.read(message, PaymentFailed.class));
        }
    }
}
