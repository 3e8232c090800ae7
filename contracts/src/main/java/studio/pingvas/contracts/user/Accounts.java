package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.UUID;

/** The accounts of people. */
@Local
public interface Accounts {
    /**
     * Opens an account and sends a link that verifies its address.
     *
     * @throws EmailTakenException if the address has one, in whatever case it is written
     * @throws studio.pingvas.contracts.InvalidRequestException if a value is not acceptable
     * @throws studio.pingvas.contracts.RateLimitedException after too many from one network address
     */
    AccountView register(Registration registration, Device device);

    /**
     * Changes what its owner may change.
     *
     * @throws studio.pingvas.contracts.InvalidRequestException if a value is not acceptable
     */
    AccountView change(UUID userId, ProfileChange change);

    /**
     * @throws EmailNotVerifiedException if the account has no address that is verified
     */
    String verifiedEmail(UUID userId);

    /**
     * @throws studio.pingvas.contracts.NotFoundException if there is no such account
     */
    AccountView get(UUID userId);

    /**
     * Deletes the account and what is known of the person. Other modules follow in a moment: jobs
     * are cancelled, pictures removed. The address is free for a new account.
     *
     * @throws studio.pingvas.contracts.NotFoundException if there is no such account
     */
    void delete(UUID userId);
}
