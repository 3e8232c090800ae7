package studio.pingvas.user.load;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.contracts.user.LoadAccount;
import studio.pingvas.contracts.user.LoadAccounts;
import studio.pingvas.contracts.user.NewApiKey;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.audit.AuditLog;
import studio.pingvas.user.keys.ApiKeyTable;

/** Accounts without a password, under addresses that no mail can reach (RFC 2606). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaLoadAccounts implements LoadAccounts {
    private static final Duration KEY_LIFE = Duration.ofDays(1);

    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject ApiKeyTable keys;
    @Inject AuditLog audit;

    @Inject
    @ConfigProperty(name = "studio.load.accounts")
    boolean allowed;

    Clock clock = Clock.systemUTC();

    @Override
    public List<LoadAccount> open(int count, UUID actor, String address) {
        if (!allowed) {
            throw new NotFoundException("The way to open accounts for measurements");
        }
        if (count < 1 || count > MOST) {
            throw new InvalidRequestException("/count", "From {0} to {1}.", 1, MOST);
        }
        audit.note("load-accounts", null, actor, address, count + " accounts were opened.");
        return IntStream.range(0, count).mapToObj(number -> open()).toList();
    }

    private LoadAccount open() {
        Instant now = clock.instant();
        UUID id = Uuid7.create();
        entities.persist(
                Account.open(id, "load-" + id + "@load.invalid", null, "Load", now)
                        .vouchedFor(Set.of("user")));
        entities.flush();
        NewApiKey key =
                new NewApiKey(
                        "Measurement",
                        Set.of(ApiScope.READ, ApiScope.GENERATE),
                        null,
                        now.plus(KEY_LIFE));
        return new LoadAccount(id, keys.add(id, key, now).secret());
    }
}
