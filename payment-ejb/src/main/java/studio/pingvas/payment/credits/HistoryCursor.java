package studio.pingvas.payment.credits;

import java.nio.ByteBuffer;
import java.util.Base64;
import studio.pingvas.contracts.InvalidRequestException;

/**
 * Where a page of the history ended. A user's transfers are numbered, so the number says it.
 *
 * @param number of the last transfer that was shown
 */
record HistoryCursor(long number) {
    static final HistoryCursor START = new HistoryCursor(Long.MAX_VALUE);

    String encode() {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Clients send it back to us, so it may be anything. */
    static HistoryCursor decode(String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        if (bytes.length != Long.BYTES) {
            throw refused();
        }
        return new HistoryCursor(ByteBuffer.wrap(bytes).getLong());
    }

    private static InvalidRequestException refused() {
        return new InvalidRequestException("/cursor", "Send next_cursor of the page before.");
    }
}
