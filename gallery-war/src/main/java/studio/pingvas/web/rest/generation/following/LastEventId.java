package studio.pingvas.web.rest.generation.following;

import studio.pingvas.contracts.InvalidRequestException;

/** The header by which a client says what it has heard already. */
final class LastEventId {
    static final String HEADER = "Last-Event-ID";

    private LastEventId() {}

    /**
     * @param text null or empty means that it has heard nothing
     * @throws InvalidRequestException if it is no number of an event
     */
    static Long parse(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("", HEADER + " must be the number of an event.");
        }
    }
}
