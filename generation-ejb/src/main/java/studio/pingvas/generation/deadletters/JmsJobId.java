package studio.pingvas.generation.deadletters;

import jakarta.jms.Message;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.platform.messaging.JmsText;

/** Which job a message is about, also if nothing else of it can be read. */
public final class JmsJobId {
    private JmsJobId() {}

    /** Nothing if it does not say, or says what is no id. */
    public static Optional<UUID> of(Message message) {
        try {
            return Optional.ofNullable(JmsText.property(message, Destinations.JOB_ID))
                    .map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
