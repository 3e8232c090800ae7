package studio.pingvas.web.rest.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.EnterpriseRequest;
import studio.pingvas.contracts.payment.EnterpriseRequestView;

/**
 * @param status {@code open}, {@code activated} or {@code declined}
 */
public record EnterpriseRequestDocument(
        UUID id,
        UUID userId,
        String company,
        String contact,
        int seats,
        String message,
        String status,
        Instant createdAt) {
    static EnterpriseRequestDocument of(EnterpriseRequestView view) {
        return new EnterpriseRequestDocument(
                view.id(),
                view.userId(),
                view.request().company(),
                view.request().contact(),
                view.request().seats(),
                view.request().message(),
                view.status().name().toLowerCase(Locale.ROOT),
                view.createdAt());
    }

    /**
     * @param company 1 to 200 characters
     * @param contact name and way to reach the person, 1 to 200 characters
     * @param seats how many people, 1 to 100,000
     * @param message up to 4,000 characters; may be left out
     */
    public record Form(String company, String contact, Integer seats, String message) {
        EnterpriseRequest toRequest() {
            if (seats == null) {
                throw new InvalidRequestException("/seats", "Is missing.");
            }
            return new EnterpriseRequest(company, contact, seats, message);
        }
    }
}
