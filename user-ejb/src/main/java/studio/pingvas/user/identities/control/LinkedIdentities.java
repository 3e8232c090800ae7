package studio.pingvas.user.identities.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.AccountExistsException;
import studio.pingvas.contracts.user.EmailNotVerifiedException;
import studio.pingvas.contracts.user.ExternalSignInFailedException;
import studio.pingvas.contracts.user.IdentityTakenException;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.identities.entity.LinkedIdentity;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.MailOutbox;

/**
 * Which account belongs to which identity at a provider. Issuer and subject alone tell; an address
 * opens no account that was there before, however well the provider has verified it (pre-hijacking:
 * arXiv 2205.10174).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LinkedIdentities {
    static final int MOST_OF_ONE_ACCOUNT = 20;

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject AuditLog audit;
    @Inject MailOutbox mails;

    /** Somebody who has been here before. */
    public Optional<Account> known(String issuer, String subject) {
        return find(issuer, subject)
                .map(identity -> entities.find(Account.class, identity.accountId()));
    }

    /**
     * The account of a person, opened at first sight.
     *
     * @param address IP address of the client, null if it is not known
     * @throws AccountExistsException if the person's address belongs to another account
     */
    public Account enter(Person person, IdentityOrigin origin, String address) {
        lock(person);
        Account account =
                known(person.issuer(), person.subject())
                        .orElseGet(() -> open(person, origin.name(), address));
        if (!maySignIn(account, origin)) {
            throw new ExternalSignInFailedException();
        }
        return account;
    }

    /**
     * @throws EmailNotVerifiedException if the account has no verified address to tell it to
     * @throws InvalidRequestException if this provider must not sign in this account
     */
    public void requireLinkable(UUID userId, IdentityOrigin origin) {
        requireLinkable(locked(userId), origin);
    }

    /**
     * @throws IdentityTakenException if it belongs to another account
     */
    public void link(UUID userId, Person person, IdentityOrigin origin, String address) {
        lock(person);
        Account account = locked(userId);
        requireLinkable(account, origin);
        Optional<LinkedIdentity> known = find(person.issuer(), person.subject());
        if (known.isPresent()) {
            if (!known.get().accountId().equals(userId)) {
                throw new IdentityTakenException();
            }
            return;
        }
        if (of(userId).size() >= MOST_OF_ONE_ACCOUNT) {
            throw new InvalidRequestException("", "An account has at most 20 linked sign-ins.");
        }
        String name = origin.name();
        insert(userId, person, name);
        audit.note("identity-linked", userId, address, "Linked a sign-in at " + name + ".");
        mails.queue(
                MailKind.IDENTITY_LINKED,
                account.email().orElseThrow(),
                account.language(),
                Map.of("provider", name));
    }

    public List<LinkedIdentity> of(UUID userId) {
        return entities.createQuery(
                        "SELECT i FROM LinkedIdentity i WHERE i.accountId = :account"
                                + " ORDER BY i.linkedAt, i.id",
                        LinkedIdentity.class)
                .setParameter("account", userId)
                .getResultList();
    }

    /**
     * @param waysIn issuers that people can sign in at now
     */
    public void unlink(UUID userId, UUID identityId, Set<String> waysIn) {
        // Locked: two at once could each leave the other as the last way in.
        Account account = locked(userId);
        List<LinkedIdentity> linked = of(userId);
        LinkedIdentity leaving =
                linked.stream()
                        .filter(identity -> identity.id().equals(identityId))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("The linked sign-in"));
        boolean another =
                linked.stream()
                        .filter(identity -> !identity.id().equals(identityId))
                        .anyMatch(identity -> waysIn.contains(identity.issuer()));
        if (account.passwordHash().isEmpty() && !another) {
            throw new InvalidRequestException(
                    "", "It is the only way into the account. Set a password first.");
        }
        entities.remove(leaving);
        audit.note(
                "identity-unlinked",
                userId,
                null,
                "Unlinked the sign-in at " + leaving.provider() + ".");
    }

    private static void requireLinkable(Account account, IdentityOrigin origin) {
        if (!account.view().emailVerified()) {
            throw new EmailNotVerifiedException();
        }
        if (!maySignIn(account, origin)) {
            throw new InvalidRequestException(
                    "", "An administrator signs in without the server of a customer.");
        }
    }

    private static boolean maySignIn(Account account, IdentityOrigin origin) {
        return !origin.isForeignOwned() || !account.identity().roles().contains("admin");
    }

    private Account locked(UUID userId) {
        Account account = entities.find(Account.class, userId, LockModeType.PESSIMISTIC_WRITE);
        if (account == null) {
            throw new NotFoundException("The account");
        }
        return account;
    }

    /** One arrival of a person at a time, in the whole cluster: the second finds the first's. */
    private void lock(Person person) {
        entities.createNativeQuery(
                        "SELECT cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) AS text)")
                .setParameter(1, person.issuer() + " " + person.subject())
                .getSingleResult();
    }

    private Optional<LinkedIdentity> find(String issuer, String subject) {
        return entities.createQuery(
                        "SELECT i FROM LinkedIdentity i"
                                + " WHERE i.issuer = :issuer AND i.subject = :subject",
                        LinkedIdentity.class)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    private Account open(Person person, String provider, String address) {
        UUID id = Uuid7.create();
        int inserted =
                entities.createNativeQuery(
                                "INSERT INTO account"
                                        + " (id, email, email_verified, display_name, avatar_url)"
                                        + " VALUES (?1, cast(?2 AS text), ?3, ?4,"
                                        + " cast(?5 AS text))"
                                        + " ON CONFLICT (lower(email)) DO NOTHING")
                        .setParameter(1, id)
                        .setParameter(2, person.email())
                        .setParameter(3, person.email() != null)
                        .setParameter(4, person.displayName())
                        .setParameter(5, person.avatarUrl())
                        .executeUpdate();
        if (inserted == 0) {
            throw new AccountExistsException();
        }
        insert(id, person, provider);
        audit.note("account-opened", id, address, "Opened by a sign-in at " + provider + ".");
        return entities.find(Account.class, id);
    }

    private void insert(UUID accountId, Person person, String provider) {
        entities.createNativeQuery(
                        "INSERT INTO linked_identity"
                                + " (id, account_id, issuer, subject, provider, email)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5, cast(?6 AS text))")
                .setParameter(1, Uuid7.create())
                .setParameter(2, accountId)
                .setParameter(3, person.issuer())
                .setParameter(4, person.subject())
                .setParameter(5, provider)
                .setParameter(6, person.email())
                .executeUpdate();
    }
}
