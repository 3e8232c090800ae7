package studio.pingvas.contracts.user;

import java.time.Instant;

/**
 * A key that signs our access tokens; its secret part is never shown.
 *
 * @param signsFrom the newest key whose time has come signs
 * @param verifiesUntil its tokens are refused from then on; null as long as it is in use
 */
public record TokenKeyView(
        String kid, Instant createdAt, Instant signsFrom, Instant verifiesUntil) {}
