package studio.pingvas.generation.webhooks.control;

/**
 * What became of an attempt.
 *
 * @param statusCode of the answer; null if there was none
 * @param error why there was none, or null
 */
public record Outcome(Integer statusCode, String error, int milliseconds) {
    private static final int MAX_ERROR = 200;

    static Outcome answered(int statusCode, int milliseconds) {
        return new Outcome(statusCode, null, milliseconds);
    }

    static Outcome failed(String error, int milliseconds) {
        String text = error == null ? "No answer" : error.replaceAll("\\p{Cntrl}+", " ");
        return new Outcome(
                null, text.substring(0, Math.min(MAX_ERROR, text.length())), milliseconds);
    }
}
