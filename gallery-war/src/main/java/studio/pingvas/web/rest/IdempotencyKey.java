package studio.pingvas.web.rest;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.platform.Uuid7;

/** The header that makes a repeated command harmless. */
public final class IdempotencyKey {
    private static final int MAX_LENGTH = 255;

    private IdempotencyKey() {}

    /**
     * The draft standard (draft-ietf-httpapi-idempotency-key-header) quotes the key; most clients
     * do not: both are read.
     *
     * @return the key without quotes, or null if the header is absent
     */
    public static String parse(String header) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * @return the same id for the same key of the same caller and route, or a new one if the header
     *     is absent
     */
    public static UUID idFor(UUID caller, String route, String header) {
        String key = parse(header);
        if (key == null) {
            return Uuid7.create();
        }
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw new InvalidRequestException(
                    "", "Idempotency-Key has 1 to " + MAX_LENGTH + " characters.");
        }
        String name = caller + "\n" + route + "\n" + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
