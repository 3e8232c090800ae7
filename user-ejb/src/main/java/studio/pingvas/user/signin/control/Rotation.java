package studio.pingvas.user.signin.control;

import java.util.UUID;
import studio.pingvas.contracts.user.Identity;

/** What became of a refresh token that somebody presented. */
public sealed interface Rotation {
    /**
     * @param owner in the session of the family
     * @param successor the token that works from now on
     */
    record Rotated(Identity owner, String successor) implements Rotation {}

    /** Its own time or that of its family is over. */
    record Expired() implements Rotation {}

    /** Unknown, or of a session that has ended. */
    record Refused() implements Rotation {}

    /** Used before: its session has ended now. */
    record Reused(UUID accountId) implements Rotation {}
}
