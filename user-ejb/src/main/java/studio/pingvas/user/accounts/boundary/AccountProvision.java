package studio.pingvas.user.accounts.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import studio.pingvas.contracts.user.Registration;
import studio.pingvas.user.accounts.control.PasswordHashing;
import studio.pingvas.user.accounts.control.ProvidedAccount;
import studio.pingvas.user.accounts.control.RegistrationRules;
import studio.pingvas.user.accounts.entity.Account;

/** Gives a new installation its first accounts, so that somebody can sign in at all. */
@Singleton
@Startup
@DependsOn("UserMigration")
public class AccountProvision {
    @PersistenceContext(unitName = "users")
    EntityManager entities;

    @Inject PasswordHashing passwords;
    @Inject Config config;

    @PostConstruct
    void provideConfigured() {
        provide(
                Stream.of("demo", "admin")
                        .map(name -> ProvidedAccount.in(config, name))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Once: the lock lets one node do it, and the others find its rows. */
    void provide(List<ProvidedAccount> accounts) {
        if (accounts.isEmpty() || isSomebodyThere()) {
            return;
        }
        entities.createNativeQuery("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        if (!isSomebodyThere()) {
            accounts.forEach(this::open);
        }
    }

    private void open(ProvidedAccount provided) {
        Registration accepted =
                RegistrationRules.accept(
                        new Registration(
                                provided.email(), provided.password(), provided.displayName()));
        entities.persist(
                Account.open(
                                provided.id(),
                                accepted.email(),
                                passwords.hash(accepted.password()),
                                accepted.displayName(),
                                Instant.now())
                        .vouchedFor(provided.roles()));
    }

    private boolean isSomebodyThere() {
        return !entities.createQuery("SELECT a.id FROM Account a")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
