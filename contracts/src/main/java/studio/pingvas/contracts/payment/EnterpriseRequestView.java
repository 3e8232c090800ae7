package studio.pingvas.contracts.payment;

import java.time.Instant;
import java.util.UUID;

/** A request for a contract, and what became of it. */
public record EnterpriseRequestView(
        UUID id, UUID userId, EnterpriseRequest request, Status status, Instant createdAt) {
    /** What became of it. */
    public enum Status {
        OPEN,
        ACTIVATED,
        DECLINED
    }
}
