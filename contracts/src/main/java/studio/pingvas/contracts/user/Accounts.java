package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.UUID;

/** The accounts of people. */
@Local
public interface Accounts {
    /**
     * Opens an account.
     *
     * @throws EmailTakenException if the address has one, in whatever case it is written
     * @throws studio.pingvas.contracts.InvalidRequestException if a value is not acceptable
     */
    AccountView register(Registration registration);

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
