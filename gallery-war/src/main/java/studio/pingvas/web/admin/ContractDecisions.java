package studio.pingvas.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import studio.pingvas.contracts.payment.EnterpriseContracts;
import studio.pingvas.contracts.payment.EnterpriseRequestView;
import studio.pingvas.contracts.payment.EnterpriseTerms;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.user.Accounts;
import studio.pingvas.contracts.user.SecurityEvents;

/** Decides about contracts and notes who did it. */
@RequestScoped
public class ContractDecisions {
    @EJB EnterpriseContracts contracts;
    @EJB Accounts accounts;
    @EJB SecurityEvents events;

    public EnterpriseRequestView decline(UUID requestId, Decider decider) {
        EnterpriseRequestView request = contracts.decline(requestId);
        note(
                "enterprise-declined",
                request.userId(),
                decider,
                "A request for a contract was declined.");
        return request;
    }

    /**
     * The ledger would open an account for any id, so that the account is looked for first.
     *
     * @throws studio.pingvas.contracts.NotFoundException if nobody has the id
     */
    public SubscriptionView activate(UUID userId, EnterpriseTerms terms, Decider decider) {
        accounts.get(userId);
        SubscriptionView contract = contracts.activate(userId, terms);
        note("enterprise-activated", userId, decider, sentenceOf(terms));
        return contract;
    }

    public SubscriptionView end(UUID userId, Decider decider) {
        SubscriptionView contract = contracts.end(userId);
        note("enterprise-ended", userId, decider, "The contract was ended.");
        return contract;
    }

    private static String sentenceOf(EnterpriseTerms terms) {
        return "Contract with "
                + (terms.creditsPerMonth() == null ? "the plan's" : terms.creditsPerMonth())
                + " credits per month, "
                + (terms.endsAt() == null ? "without an end." : "until " + terms.endsAt() + ".");
    }

    private void note(String type, UUID userId, Decider decider, String detail) {
        events.note(type, userId, decider.id(), decider.address(), detail);
    }

    /**
     * @param id of the administrator
     * @param address IP address
     */
    public record Decider(UUID id, String address) {}
}
