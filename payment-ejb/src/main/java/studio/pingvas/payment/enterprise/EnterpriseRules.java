package studio.pingvas.payment.enterprise;

import java.time.Duration;
import java.time.Instant;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.EnterpriseRequest;
import studio.pingvas.contracts.payment.EnterpriseTerms;

/** What may be written into a request and into the terms of a contract. */
final class EnterpriseRules {
    private static final int MAX_NAME = 200;
    private static final int MAX_SEATS = 100_000;
    private static final int MAX_MESSAGE = 4_000;
    private static final long MAX_CREDITS = 1_000_000_000;
    private static final Duration MAX_TERM = Duration.ofDays(36_525);

    private EnterpriseRules() {}

    /** The request as it is kept: without space around it, and with a message. */
    static EnterpriseRequest accept(EnterpriseRequest request) {
        if (request.seats() < 1 || request.seats() > MAX_SEATS) {
            throw new InvalidRequestException("/seats", "Must be from {0} to {1}.", 1, MAX_SEATS);
        }
        String message = request.message() == null ? "" : request.message().strip();
        requireText("/message", message, 0, MAX_MESSAGE);
        return new EnterpriseRequest(
                name("/company", request.company()),
                name("/contact", request.contact()),
                request.seats(),
                message);
    }

    static void check(EnterpriseTerms terms, Instant now) {
        Long credits = terms.creditsPerMonth();
        if (credits != null && (credits < 1 || credits > MAX_CREDITS)) {
            throw new InvalidRequestException(
                    "/credits_per_month", "Must be from {0} to {1}.", 1, MAX_CREDITS);
        }
        Instant end = terms.endsAt();
        if (end != null && (!end.isAfter(now) || end.isAfter(now.plus(MAX_TERM)))) {
            throw new InvalidRequestException(
                    "/ends_at", "Must be in the future, at most 100 years from now.");
        }
    }

    private static String name(String pointer, String text) {
        String stripped = text == null ? "" : text.strip();
        requireText(pointer, stripped, 1, MAX_NAME);
        return stripped;
    }

    private static void requireText(String pointer, String text, int least, int most) {
        // PostgreSQL cannot store the character 0.
        if (text.length() < least || text.length() > most || text.indexOf('\0') >= 0) {
            throw new InvalidRequestException(
                    pointer, "Must have {0} to {1} characters.", least, most);
        }
    }
}
