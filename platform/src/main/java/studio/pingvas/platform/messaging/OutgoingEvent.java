package studio.pingvas.platform.messaging;

import java.util.UUID;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.json.Json;

/**
 * A fact for other modules, as it waits for the broker.
 *
 * @param id the broker and every reader know a repetition by it
 * @param address of the broker, to which the fact goes
 * @param type simple name of the message record
 * @param body the message as JSON
 */
record OutgoingEvent(UUID id, String address, String type, String body) {
    static OutgoingEvent of(String address, Record message) {
        return new OutgoingEvent(
                Uuid7.create(), address, message.getClass().getSimpleName(), Json.write(message));
    }
}
