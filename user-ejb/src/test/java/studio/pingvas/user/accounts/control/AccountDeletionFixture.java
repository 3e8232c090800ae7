package studio.pingvas.user.accounts.control;

import jakarta.persistence.EntityManager;
import studio.pingvas.user.audit.AuditFixture;
import studio.pingvas.user.events.UserEventsFixture;
import studio.pingvas.user.mail.QueuedMails;

/** The deletion of accounts on a transaction of a test. */
public final class AccountDeletionFixture {
    private AccountDeletionFixture() {}

    public static AccountDeletion deletion(EntityManager entities) {
        AccountDeletion deletion = new AccountDeletion();
        deletion.entities = entities;
        deletion.mails = QueuedMails.outbox(entities);
        deletion.audit = AuditFixture.log(entities);
        deletion.events = UserEventsFixture.events(entities);
        return deletion;
    }
}
