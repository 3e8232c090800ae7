package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Contracts that people agree on outside this software. */
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
     * For administrators, oldest first, at most 200.
     *
     * @param status or null for all
     */
    List<EnterpriseRequestView> requests(EnterpriseRequestView.Status status);

    /** For administrators: closes a request without a contract. */
    EnterpriseRequestView decline(UUID actor, UUID requestId);

    /**
     * For administrators: gives a user the enterprise tier from now on, with the credits of the
     * first month. Repeated for the same user it changes the terms. An open request is closed.
     */
    SubscriptionView activate(UUID actor, UUID userId, EnterpriseTerms terms);

    /** For administrators: ends the contract now. */
    SubscriptionView end(UUID actor, UUID userId);
}
