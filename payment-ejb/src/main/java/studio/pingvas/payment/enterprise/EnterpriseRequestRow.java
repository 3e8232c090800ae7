package studio.pingvas.payment.enterprise;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.payment.EnterpriseRequest;
import studio.pingvas.contracts.payment.EnterpriseRequestView;
import studio.pingvas.platform.Uuid7;

/** A request for a contract. While it is open its user may write it anew. */
@Entity
@Table(name = "enterprise_request")
public class EnterpriseRequestRow {
    @Id private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    private String company;
    private String contact;
    private int seats;
    private String message;

    @Convert(converter = RequestStatusConverter.class)
    private EnterpriseRequestView.Status status;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected EnterpriseRequestRow() {}

    static EnterpriseRequestRow open(UUID userId) {
        EnterpriseRequestRow row = new EnterpriseRequestRow();
        row.id = Uuid7.create();
        row.userId = userId;
        row.status = EnterpriseRequestView.Status.OPEN;
        return row;
    }

    void write(EnterpriseRequest request, Instant now) {
        company = request.company();
        contact = request.contact();
        seats = request.seats();
        message = request.message();
        createdAt = now;
    }

    /** The first decision holds. */
    void decide(EnterpriseRequestView.Status decision, Instant now) {
        if (status == EnterpriseRequestView.Status.OPEN) {
            status = decision;
            decidedAt = now;
        }
    }

    EnterpriseRequestView view() {
        return new EnterpriseRequestView(
                id,
                userId,
                new EnterpriseRequest(company, contact, seats, message),
                status,
                createdAt);
    }
}
