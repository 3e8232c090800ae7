package studio.pingvas.payment.enterprise;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.payment.EnterpriseContracts;
import studio.pingvas.contracts.payment.EnterpriseRequest;
import studio.pingvas.contracts.payment.EnterpriseRequestView;
import studio.pingvas.contracts.payment.EnterpriseTerms;
import studio.pingvas.contracts.payment.NoSubscriptionException;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.payment.subscriptions.CurrentSubscription;
import studio.pingvas.payment.subscriptions.SubscriptionAnnouncer;
import studio.pingvas.payment.subscriptions.Turns;

/** Requests and contracts in PostgreSQL; whatever concerns one user happens one after the other. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaEnterpriseContracts implements EnterpriseContracts {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject Turns turns;
    @Inject ContractTerms contracts;
    @Inject CurrentSubscription current;
    @Inject SubscriptionAnnouncer announcer;

    @Override
    public EnterpriseRequestView request(UUID userId, EnterpriseRequest request) {
        EnterpriseRequest accepted = EnterpriseRules.accept(request);
        turns.awaitUser(userId);
        EnterpriseRequestRow row =
                openRequestOf(userId).orElseGet(() -> EnterpriseRequestRow.open(userId));
        row.write(accepted, turns.now());
        entities.persist(row);
        return row.view();
    }

    @Override
    public EnterpriseRequestView requestOf(UUID userId) {
        return entities.createQuery(
                        "select r from EnterpriseRequestRow r where r.userId = :user"
                                + " order by r.createdAt desc, r.id desc",
                        EnterpriseRequestRow.class)
                .setParameter("user", userId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElseThrow(JpaEnterpriseContracts::noRequest)
                .view();
    }

    @Override
    public EnterpriseRequestView request(UUID requestId) {
        return row(requestId).view();
    }

    @Override
    public List<EnterpriseRequestView> requests(EnterpriseRequestView.Status status) {
        return entities.createQuery(
                        "select r from EnterpriseRequestRow r"
                                + " where :all = true or r.status = :status"
                                + " order by r.createdAt, r.id",
                        EnterpriseRequestRow.class)
                .setParameter("all", status == null)
                .setParameter("status", status == null ? EnterpriseRequestView.Status.OPEN : status)
                .setMaxResults(MOST)
                .getResultStream()
                .map(EnterpriseRequestRow::view)
                .toList();
    }

    @Override
    public EnterpriseRequestView decline(UUID requestId) {
        turns.awaitUser(row(requestId).view().userId());
        EnterpriseRequestRow row = row(requestId);
        entities.refresh(row);
        row.decide(EnterpriseRequestView.Status.DECLINED, turns.now());
        return row.view();
    }

    @Override
    public SubscriptionView activate(UUID userId, EnterpriseTerms terms) {
        turns.awaitUser(userId);
        Instant now = turns.now();
        EnterpriseRules.check(terms, now);
        contracts.agree(userId, terms, now);
        openRequestOf(userId)
                .ifPresent(row -> row.decide(EnterpriseRequestView.Status.ACTIVATED, now));
        announcer.announce(userId, now);
        return current.viewOf(userId);
    }

    @Override
    public SubscriptionView end(UUID userId) {
        turns.awaitUser(userId);
        Instant now = turns.now();
        if (!contracts.end(userId, now)) {
            throw new NoSubscriptionException();
        }
        announcer.announce(userId, now);
        return current.viewOf(userId);
    }

    private Optional<EnterpriseRequestRow> openRequestOf(UUID userId) {
        return entities.createQuery(
                        "select r from EnterpriseRequestRow r"
                                + " where r.userId = :user and r.status = :open",
                        EnterpriseRequestRow.class)
                .setParameter("user", userId)
                .setParameter("open", EnterpriseRequestView.Status.OPEN)
                .getResultStream()
                .findFirst();
    }

    private EnterpriseRequestRow row(UUID requestId) {
        EnterpriseRequestRow row = entities.find(EnterpriseRequestRow.class, requestId);
        if (row == null) {
            throw noRequest();
        }
        return row;
    }

    private static NotFoundException noRequest() {
        return new NotFoundException("The request");
    }
}
