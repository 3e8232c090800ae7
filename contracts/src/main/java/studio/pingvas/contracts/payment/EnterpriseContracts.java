package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * Contracts that people agree on outside this software. The web edge notes in the audit log who
 * decided.
 */
@Local
public interface EnterpriseContracts {
    /**
     * Keeps a request for the administrators; a user has one open request, a second one replaces
     * it.
     *
     * @throws studio.pingvas.contracts.InvalidRequestException if a value is out of range
     */
    EnterpriseRequestView request(UUID userId, EnterpriseRequest request);

    /**
     * The newest request of a user.
     *
     * @throws studio.pingvas.contracts.NotFoundException if there is none
     */
    EnterpriseRequestView requestOf(UUID userId);

    /**
     * For administrators.
     *
     * @throws studio.pingvas.contracts.NotFoundException if there is none of that id
     */
    EnterpriseRequestView request(UUID requestId);

    /**
     * For administrators, oldest first, at most 200.
     *
     * @param status or null for all
     */
    List<EnterpriseRequestView> requests(EnterpriseRequestView.Status status);

    /**
     * For administrators: closes a request without a contract. Repeated it does nothing; one that
     * was activated stays so.
     */
    EnterpriseRequestView decline(UUID requestId);

    /**
     * For administrators: gives a user the enterprise tier from now on, with the credits of the
     * first month. Repeated for the same user it changes the terms. An open request is closed.
     *
     * @throws studio.pingvas.contracts.InvalidRequestException if the terms are out of range
     */
    SubscriptionView activate(UUID userId, EnterpriseTerms terms);

    /**
     * For administrators: ends the contract now.
     *
     * @throws NoSubscriptionException if there is none
     */
    SubscriptionView end(UUID userId);
}
