package studio.pingvas.web.rest;

import studio.pingvas.contracts.InvalidRequestException;

/** Whole numbers in a query string. JAX-RS itself answers 404 to one that is not a number. */
public final class QueryNumber {
    private QueryNumber() {}

    /**
     * @param text null or empty means the default
     * @throws InvalidRequestException if the text is no whole number
     */
    public static int of(String name, String text, int defaultValue) {
        if (text == null || text.isEmpty()) {
            return defaultValue;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("/" + name, "Must be a whole number.");
        }
    }
}
