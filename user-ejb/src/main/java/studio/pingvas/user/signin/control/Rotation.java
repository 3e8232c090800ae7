package studio.pingvas.user.signin.control;

import studio.pingvas.contracts.user.Identity;

/** What became of a refresh token that somebody presented. */
public sealed interface Rotation {
    /**
     * @param owner whom the family belongs to
     * @param successor the token that works from now on
     */
    record Rotated(Identity owner, String successor) implements Rotation {}

    /** Its own time or that of its family is over. */
    record Expired() implements Rotation {}

    /** Unknown, withdrawn, or used before; in the last case its whole family is withdrawn now. */
    record Refused() implements Rotation {}
}
