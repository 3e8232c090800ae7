package studio.pingvas.platform.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import studio.pingvas.platform.json.Json;

/**
 * What a consumer needs of a message. If the message cannot be read because of JMS itself, the
 * exception rolls it back, and the broker delivers it again.
 */
public final class JmsText {
    private JmsText() {}

    /**
     * @throws IllegalArgumentException if the text is not JSON of that type
     */
    public static <T> T read(Message message, Class<T> type) {
        return Json.read(of(message), type);
    }

    public static String of(Message message) {
        try {
            return ((TextMessage) message).getText();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
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
