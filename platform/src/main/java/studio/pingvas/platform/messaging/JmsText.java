package studio.pingvas.platform.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.UUID;
import studio.pingvas.platform.json.Json;

/**
 * What a consumer needs of a message. If the message cannot be read because of JMS itself, the
 * exception rolls it back, and the broker delivers it again.
 */
public final class JmsText {
    /** String property: the simple name of the message record. */
    public static final String TYPE = "messageType";

    /** String property: the same for a fact that is told again. */
    public static final String EVENT_ID = "eventId";

    /** Artemis drops a second message with the same value of this string property. */
    static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private JmsText() {}

    /**
     * @throws IllegalArgumentException if the text is not JSON of that type
     */
    public static <T> T read(Message message, Class<T> type) {
        return Json.read(of(message), type);
    }

    /**
     * @throws IllegalArgumentException if it is no text message
     */
    public static String of(Message message) {
        if (!(message instanceof TextMessage text)) {
            throw new IllegalArgumentException("Not a text: " + message.getClass().getSimpleName());
        }
        try {
            return text.getText();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the message is one of these, as its sender says. */
    public static boolean isA(Class<? extends Record> type, Message message) {
        return type.getSimpleName().equals(property(message, TYPE));
    }

    /** The id of an event that came from an outbox. */
    public static UUID eventId(Message message) {
        return UUID.fromString(property(message, EVENT_ID));
    }

    /** Null if the message has no such property. */
    public static String property(Message message, String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
