package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.UUID;

/** Change of a password, by whoever knows it or reads the mail of the account. */
@Local
public interface Passwords {
    /**
     * Sends a link if the address has an account; the caller cannot tell, nor by the time taken.
     *
     * @throws studio.pingvas.contracts.InvalidRequestException if it is no address
     * @throws studio.pingvas.contracts.RateLimitedException after too many from one network address
     */
    void requestReset(String email, Device device);

    /**
     * Uses the link up, sets the password and ends every session of the account.
     *
     * @throws TokenInvalidException if it is unknown, used or superseded
     * @throws TokenExpiredException if its 15 minutes are over
     * @throws studio.pingvas.contracts.InvalidRequestException if the password is not acceptable
     */
    void reset(String token, String newPassword);

    /**
     * Sets the password and ends every other session of the account.
     *
     * @param current null for an account that has no password yet
     * @param keptSession the session of the caller, or null
     * @throws BadCredentialsException if the current password is wrong
     * @throws EmailNotVerifiedException if there is none yet, and no verified address either
     * @throws studio.pingvas.contracts.RateLimitedException after too many wrong ones
     * @throws studio.pingvas.contracts.InvalidRequestException if the new one is not acceptable
     */
    void change(UUID userId, String current, String newPassword, Device device, UUID keptSession);
}
