package studio.pingvas.payment.erasure;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import studio.pingvas.contracts.user.message.AccountDeleted;
import studio.pingvas.contracts.user.message.UserDestinations;
import studio.pingvas.platform.messaging.JmsText;

/** Orders the erasure and no more: a message must not take long, and may come twice. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destination",
                    propertyValue = UserDestinations.FOR_PAYMENT),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class PaymentAccountDeletedConsumer implements MessageListener {
    @Inject PaymentErasureTimer erasure;

    @Override
    public void onMessage(Message message) {
        if (JmsText.isA(AccountDeleted.class, message)) {
            erasure.order(JmsText.read(message, AccountDeleted.class).userId());
        }
    }
}
