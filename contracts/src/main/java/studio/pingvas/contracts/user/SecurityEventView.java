package studio.pingvas.contracts.user;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the audit log.
 *
 * @param number running number without gaps
 * @param type for example {@code sign-in}, {@code sign-in-failed}, {@code password-reset}
 * @param userId whom it concerns, null if nobody is known
 * @param actor who did it, null if it is the same or nobody
 * @param address IP address of the client, null if it was a timer
 * @param detail one sentence without secrets
 */
public record SecurityEventView(
        long number,
        Instant at,
        String type,
        UUID userId,
        UUID actor,
        String address,
        String detail) {}
