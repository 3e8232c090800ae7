package studio.pingvas.generation.deadletters;

import static java.util.Objects.requireNonNullElse;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.generation.DeadLetterView;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.platform.messaging.JmsText;

/** A message as it lies there, put aside by us or by the broker. */
record JmsDeadLetter(Message message) {
    private static final int MOST_CHARACTERS = 500;
    private static final String ID_PREFIX = "ID:";

    /** The broker's own properties: where a message was before, and how large a large one is. */
    private static final String FORMER_ADDRESS = "_AMQ_ORIG_ADDRESS";

    private static final String LARGE_SIZE = "_AMQ_LARGE_SIZE";

    String origin() {
        String putAside = JmsText.property(message, JmsUnusableMessages.ORIGIN);
        return putAside != null
                ? putAside
                : requireNonNullElse(JmsText.property(message, FORMER_ADDRESS), "");
    }

    DeadLetterView view() throws JMSException {
        String reason = JmsText.property(message, JmsUnusableMessages.REASON);
        String text = isLarge() || !(message instanceof TextMessage) ? "" : JmsText.of(message);
        return new DeadLetterView(
                UUID.fromString(message.getJMSMessageID().substring(ID_PREFIX.length())),
                JmsText.property(message, Destinations.TYPE),
                requireNonNullElse(reason, "It was delivered too often."),
                origin(),
                JmsJobId.of(message).orElse(null),
                Instant.ofEpochMilli(message.getJMSTimestamp()),
                isLarge()
                        ? message.getLongProperty(LARGE_SIZE)
                        : text.getBytes(StandardCharsets.UTF_8).length,
                text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
    }

    /** A large one is not fetched to be looked at: a hundred of them would fill the heap. */
    private boolean isLarge() throws JMSException {
        return message.propertyExists(LARGE_SIZE);
    }
}
