package studio.pingvas.worker.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.platform.json.Json;

/** Message records as JMS text messages and back. */
final class MessageText {
    private MessageText() {}

    static TextMessage write(Session session, Record body) throws JMSException {
        TextMessage message = session.createTextMessage(Json.write(body));
        message.setStringProperty(Destinations.TYPE, body.getClass().getSimpleName());
        return message;
    }

    static TextMessage write(Session session, UUID jobId, Record body) throws JMSException {
        TextMessage message = write(session, body);
        message.setStringProperty(Destinations.JOB_ID, jobId.toString());
        return message;
    }

    /**
     * @throws UnreadableMessageException if it is no such message
     */
    static <T extends Record> T read(Message message, Class<T> type) throws JMSException {
        String name = message.getStringProperty(Destinations.TYPE);
        if (!type.getSimpleName().equals(name) || !(message instanceof TextMessage text)) {
            throw new UnreadableMessageException("Not a " + type.getSimpleName() + ": " + name);
        }
        try {
            return Json.read(text.getText(), type);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException(e.getMessage(), e);
        }
    }
}
