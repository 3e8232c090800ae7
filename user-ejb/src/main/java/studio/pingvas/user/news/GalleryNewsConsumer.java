package studio.pingvas.user.news;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import studio.pingvas.contracts.gallery.message.GalleryDestinations;
import studio.pingvas.contracts.gallery.message.StorageOverQuota;
import studio.pingvas.platform.messaging.JmsText;

/** What gallery-ejb tells. A failure rolls the message back, and the broker delivers it again. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "destination",
                    propertyValue = GalleryDestinations.FOR_USER),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class GalleryNewsConsumer implements MessageListener {
    @Inject AccountNews news;

    @Override
    public void onMessage(Message message) {
        if (JmsText.isA(StorageOverQuota.class, message)) {
            news.hear(JmsText.eventId(message), JmsText.read(message, StorageOverQuota.class));
        }
    }
}
