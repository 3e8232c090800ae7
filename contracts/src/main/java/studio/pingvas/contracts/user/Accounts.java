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
}
