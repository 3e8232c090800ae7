package studio.pingvas.payment.gateway;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.payment.InvoicePage;
import studio.pingvas.contracts.payment.InvoiceView;
import studio.pingvas.contracts.payment.Invoices;
import studio.pingvas.payment.lemonsqueezy.Invoice;
import studio.pingvas.platform.database.Keyset;

/** The list is ours; a document is the gateway's. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaInvoices implements Invoices {
    private static final int MOST = 100;
    private static final Keyset START =
            new Keyset(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject LemonSqueezyClient client;
    @Inject PaymentGateway gateway;

    @Override
    public InvoicePage list(UUID userId, String cursor, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidRequestException("/limit", "Must be from {0} to {1}.", 1, MOST);
        }
        Keyset after = cursor == null ? START : decode(cursor);
        // One more than asked for tells whether there is a next page.
        List<InvoiceView> found =
                entities.createQuery(
                                "select i from Invoice i where i.userId = :user"
                                        + " and (i.createdAt < :at"
                                        + " or i.createdAt = :at and i.id < :id)"
                                        + " order by i.createdAt desc, i.id desc",
                                Invoice.class)
                        .setParameter("user", userId)
                        .setParameter("at", after.at())
                        .setParameter("id", after.id())
                        .setMaxResults(limit + 1)
                        .getResultStream()
                        .map(Invoice::view)
                        .toList();
        if (found.size() <= limit) {
            return new InvoicePage(found, null);
        }
        InvoiceView last = found.get(limit - 1);
        return new InvoicePage(
                found.subList(0, limit), new Keyset(last.createdAt(), last.id()).encode());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String documentUrl(UUID userId, UUID invoiceId) {
        Invoice invoice =
                entities.createQuery(
                                "select i from Invoice i where i.id = :id and i.userId = :user",
                                Invoice.class)
                        .setParameter("id", invoiceId)
                        .setParameter("user", userId)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("The invoice"));
        boolean subscription = invoice.paysSubscription();
        String type = subscription ? LemonSqueezyClient.INVOICES : LemonSqueezyClient.ORDERS;
        return gateway.ask(
                () ->
                        client.find(type, invoice.sourceId())
                                .map(found -> found.url(subscription ? "invoice_url" : "receipt"))
                                .orElseThrow(() -> new NotFoundException("The invoice")));
    }

    private static Keyset decode(String cursor) {
        try {
            return Keyset.decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("/cursor", "Not a cursor of this list.");
        }
    }
}
