package studio.pingvas.web.rest.payment;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.Checkouts;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Subscriptions;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.IdempotencyKey;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.Caller;

/** What can be subscribed to, and what the caller has. */
@Path("subscriptions")
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionsResource {
    @EJB Entitlements entitlements;
    @EJB Checkouts checkouts;
    @EJB Subscriptions subscriptions;
    @Inject Caller caller;
    @Inject VerifiedBuyer buyer;

    /** Open to all: people compare plans before they sign up. */
    @GET
    @Path("plans")
    @PermitAll
    public PlanList plans() {
        List<Offer> offers = checkouts.offers();
        return new PlanList(
                entitlements.plans().stream().map(plan -> PlanDocument.of(plan, offers)).toList(),
                checkouts.creditPacks().stream().map(CreditPackDocument::of).toList());
    }

    @GET
    @Path("current")
    @RolesAllowed({"user", "key-read"})
    public SubscriptionDocument current() {
        return SubscriptionDocument.of(subscriptions.current(caller.userId()));
    }

    /** Where to pay for a plan. It begins when the payment provider reports the payment. */
    @POST
    @Path("checkout")
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({
        ProblemCode.EMAIL_NOT_VERIFIED,
        ProblemCode.SUBSCRIPTION_EXISTS,
        ProblemCode.IDEMPOTENCY_KEY_IN_USE,
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ProblemCode.RATE_LIMITED,
        ProblemCode.PAYMENT_GATEWAY_UNAVAILABLE
    })
    public CheckoutDocument checkout(
            PlanChoice choice, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        PlanChoice wanted = PlanChoice.require(choice);
        return CheckoutDocument.of(
                checkouts.subscribe(
                        buyer.get(),
                        wanted.wantedTier(),
                        wanted.intervalOr(BillingInterval.MONTH),
                        IdempotencyKey.parse(idempotencyKey)));
    }

    /** To another tier or interval at once; a step up is charged now, by the rest of the period. */
    @POST
    @Path("upgrade")
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({
        ProblemCode.NO_SUBSCRIPTION,
        ProblemCode.IDEMPOTENCY_KEY_IN_USE,
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ProblemCode.RATE_LIMITED,
        ProblemCode.PAYMENT_GATEWAY_UNAVAILABLE
    })
    public ChangeDocument upgrade(
            PlanChoice choice, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return change(choice, idempotencyKey);
    }

    /** To another tier or interval at once; a step down is charged from the next renewal on. */
    @POST
    @Path("downgrade")
    @Consumes(MediaType.APPLICATION_JSON)
    @Problems({
        ProblemCode.NO_SUBSCRIPTION,
        ProblemCode.IDEMPOTENCY_KEY_IN_USE,
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ProblemCode.RATE_LIMITED,
        ProblemCode.PAYMENT_GATEWAY_UNAVAILABLE
    })
    public ChangeDocument downgrade(
            PlanChoice choice, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return change(choice, idempotencyKey);
    }

    /** Ends with the paid period; until then everything stays. */
    @POST
    @Path("cancel")
    @Problems({ProblemCode.NO_SUBSCRIPTION, ProblemCode.PAYMENT_GATEWAY_UNAVAILABLE})
    public SubscriptionDocument cancel() {
        return SubscriptionDocument.of(subscriptions.cancel(caller.userId()));
    }

    /** Takes a cancellation back, as long as the paid period lasts. */
    @POST
    @Path("resume")
    @Problems({ProblemCode.NO_SUBSCRIPTION, ProblemCode.PAYMENT_GATEWAY_UNAVAILABLE})
    public SubscriptionDocument resume() {
        return SubscriptionDocument.of(subscriptions.resume(caller.userId()));
    }

    /** The payment provider's own page, where the person changes the card. */
    @GET
    @Path("portal")
    @Problems({ProblemCode.NO_SUBSCRIPTION, ProblemCode.PAYMENT_GATEWAY_UNAVAILABLE})
    public AddressDocument portal() {
        return new AddressDocument(subscriptions.customerPortal(caller.userId()));
    }

    private ChangeDocument change(PlanChoice choice, String idempotencyKey) {
        PlanChoice wanted = PlanChoice.require(choice);
        UUID userId = caller.userId();
        BillingInterval before =
                Optional.ofNullable(subscriptions.current(userId).interval())
                        .orElse(BillingInterval.MONTH);
        Subscriptions.PlanChange change =
                subscriptions.change(
                        userId,
                        wanted.wantedTier(),
                        wanted.intervalOr(before),
                        IdempotencyKey.parse(idempotencyKey));
        return new ChangeDocument(
                SubscriptionDocument.of(change.subscription()), change.confirmationUrl());
    }

    /**
     * @param items from free to enterprise
     * @param creditPacks from the smallest to the largest
     */
    public record PlanList(List<PlanDocument> items, List<CreditPackDocument> creditPacks) {}

    /**
     * @param subscription after the change, or as before if it has to be confirmed
     * @param confirmationUrl page of the payment provider where the person confirms it; absent if
     *     it is done
     */
    public record ChangeDocument(SubscriptionDocument subscription, String confirmationUrl) {}
}
