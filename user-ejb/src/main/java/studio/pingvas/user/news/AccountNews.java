package studio.pingvas.user.news;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.function.Consumer;
import studio.pingvas.contracts.gallery.message.StorageOverQuota;
import studio.pingvas.contracts.payment.message.PaymentFailed;
import studio.pingvas.contracts.payment.message.SubscriptionChanged;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.mail.MailOutbox;

/**
 * Acts once on each event, in one transaction that also remembers it. What concerns an account that
 * is gone concerns nobody.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AccountNews {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject MailOutbox mails;

    public void hear(UUID eventId, SubscriptionChanged change) {
        once(
                eventId,
                change.userId(),
                account -> {
                    if (isNews(change)) {
                        NewsMail.about(change, account.language())
                                .ifPresent(mail -> send(account, mail));
                    }
                });
    }

    public void hear(UUID eventId, PaymentFailed failure) {
        once(
                eventId,
                failure.userId(),
                account -> send(account, NewsMail.about(failure, account.language())));
    }

    public void hear(UUID eventId, StorageOverQuota storage) {
        once(
                eventId,
                storage.userId(),
                account -> send(account, NewsMail.about(storage, account.language())));
    }

    private void once(UUID eventId, UUID userId, Consumer<Account> action) {
        entities.createNativeQuery(
                        "DELETE FROM received_event"
                                + " WHERE received_at < now() - interval '90 days'")
                .executeUpdate();
        boolean first =
                entities.createNativeQuery(
                                        "INSERT INTO received_event (id) VALUES (?1)"
                                                + " ON CONFLICT DO NOTHING")
                                .setParameter(1, eventId)
                                .executeUpdate()
                        == 1;
        Account account = entities.find(Account.class, userId);
        if (first && account != null) {
            action.accept(account);
        }
    }

    /** Past the version of the row: a change of the profile at the same time is no conflict. */
    private boolean isNews(SubscriptionChanged change) {
        return entities.createNativeQuery(
                                "UPDATE account SET tier = ?1, tier_told_at = ?2"
                                        + " WHERE id = ?3"
                                        + " AND (tier_told_at IS NULL OR tier_told_at <= ?2)")
                        .setParameter(1, change.tier().key())
                        .setParameter(2, Timestamp.from(change.at()))
                        .setParameter(3, change.userId())
                        .executeUpdate()
                == 1;
    }

    private void send(Account account, NewsMail mail) {
        account.email()
                .ifPresent(
                        email ->
                                mails.queue(mail.kind(), email, account.language(), mail.values()));
    }
}
