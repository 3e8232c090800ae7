package studio.pingvas.payment.gateway;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.Buyer;
import studio.pingvas.contracts.payment.CheckoutView;
import studio.pingvas.contracts.payment.Checkouts;
import studio.pingvas.contracts.payment.CreditPack;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.payment.lemonsqueezy.Shop;
import studio.pingvas.payment.plans.PlanCatalog;

/** No transaction is open while the gateway is called. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LemonSqueezyCheckouts implements Checkouts {
    @Inject PlanCatalog plans;
    @Inject GatewayRequests requests;
    @Inject LemonSqueezyClient client;
    @Inject PaymentGateway gateway;
    @Inject Shop shop;

    @Inject
    @ConfigProperty(name = "studio.url")
    String url;

    @Inject
    @ConfigProperty(name = "studio.lemonsqueezy.return-path")
    String returnPath;

    @Override
    public List<Offer> offers() {
        return plans.offers();
    }

    @Override
    public List<CreditPack> creditPacks() {
        return plans.creditPacks();
    }

    @Override
    public CheckoutView subscribe(
            Buyer buyer, Tier tier, BillingInterval interval, String idempotencyKey) {
        long variantId = plans.variantOf(Offers.require(plans, tier, interval)).orElseThrow();
        return open(requests.beginSubscription(buyer, idempotencyKey, variantId), buyer, variantId);
    }

    @Override
    public CheckoutView buyCredits(Buyer buyer, String packId, String idempotencyKey) {
        CreditPack pack =
                plans.creditPacks().stream()
                        .filter(each -> each.id().equals(packId))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new InvalidRequestException(
                                                "/pack", "There is no such credit pack."));
        long variantId = plans.variantOf(pack).orElseThrow();
        return open(requests.beginPurchase(buyer, idempotencyKey, variantId), buyer, variantId);
    }

    private CheckoutView open(GatewayRequest request, Buyer buyer, long variantId) {
        if (request.isAnswered()) {
            return view(request);
        }
        boolean answered = false;
        try {
            String page = gateway.ask(() -> client.create(checkout(request, buyer, variantId)));
            answered = true;
            return view(requests.finish(request.reference(), page));
        } finally {
            if (!answered) {
                requests.fail(request.reference());
            }
        }
    }

    private NewCheckout checkout(GatewayRequest request, Buyer buyer, long variantId) {
        return new NewCheckout(
                request.reference(),
                buyer,
                shop.storeId(),
                variantId,
                url + returnPath,
                request.expiresAt(),
                shop.testMode());
    }

    private static CheckoutView view(GatewayRequest request) {
        return new CheckoutView(request.reference(), request.url(), request.expiresAt());
    }
}
