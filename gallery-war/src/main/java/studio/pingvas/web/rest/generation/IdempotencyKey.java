package studio.pingvas.web.rest.generation;

/**
 * The header that makes a repeated submission harmless. The draft standard
 * (draft-ietf-httpapi-idempotency-key-header) quotes the key; most clients do not: both are read.
 */
final class IdempotencyKey {
    private IdempotencyKey() {}

    /**
     * @return the key without quotes, or null if the header is absent
     */
    static String parse(String header) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
