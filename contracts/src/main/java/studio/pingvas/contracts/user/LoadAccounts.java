package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * Accounts for programs that measure an installation; none where the operator has not allowed it.
 */
@Local
public interface LoadAccounts {
    int MOST = 1_000;

    /**
     * Opens accounts that nobody can sign in to, each with a key that may read and generate and is
     * good for a day.
     *
     * @param count 1 to {@value #MOST}
     * @param actor the administrator
     * @param address IP address of the administrator
     * @throws studio.pingvas.contracts.NotFoundException if {@code studio.load.accounts} is not set
     * @throws studio.pingvas.contracts.InvalidRequestException if the count is out of range
     */
    List<LoadAccount> open(int count, UUID actor, String address);
}
