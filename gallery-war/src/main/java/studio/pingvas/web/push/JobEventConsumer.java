package studio.pingvas.web.push;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import studio.pingvas.contracts.generation.NewsOfNode;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.JobEventsRecorded;
import studio.pingvas.platform.messaging.JmsText;

/** Hears, on every node, what the others have done to jobs. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationType",
                    propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(
                    propertyName = "destination",
                    propertyValue = Destinations.EVENTS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(
                    propertyName = "messageSelector",
                    propertyValue = Destinations.TYPE + " = 'JobEventsRecorded'"),
            @ActivationConfigProperty(propertyName = "preAcknowledge", propertyValue = "true"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
// A message that may be lost is worth neither a transaction of the broker nor an answer to it.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobEventConsumer implements MessageListener {
    @EJB NewsOfNode news;
    @Inject FollowerHub hub;

    @Override
    public void onMessage(Message message) {
        if (news.isOwn(JmsText.property(message, Destinations.NODE))) {
            return;
        }
        hub.happened(JmsText.read(message, JobEventsRecorded.class).events());
    }
}
