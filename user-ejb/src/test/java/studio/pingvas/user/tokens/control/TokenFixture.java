package studio.pingvas.user.tokens.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import studio.pingvas.contracts.user.SocketTicket;
import studio.pingvas.user.UserSettings;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.tokens.entity.SigningKey;

/** The beans of this package, wired as one node of the server wires them. */
public final class TokenFixture {
    public final SigningKeys keys = new SigningKeys();
    public final AccessTokenIssuer issuer = new AccessTokenIssuer();
    public final AccessTokenVerifier verifier = new AccessTokenVerifier();

    public TokenFixture(UserSettings settings, Clock clock) {
        keys.table = new TransactionalKeyTable(settings);
        keys.settings = settings;
        keys.clock = clock;
        keys.prepareCipher();
        issuer.keys = keys;
        issuer.settings = settings;
        issuer.clock = clock;
        issuer.tiers =
                new TierHints() {
                    @Override
                    public String of(java.util.UUID userId) {
                        return UsersDatabase.inTransaction(
                                manager -> {
                                    TierHints hints = new TierHints();
                                    hints.entities = manager;
                                    return hints.of(userId);
                                });
                    }
                };
        verifier.keys = keys;
        verifier.settings = settings;
        verifier.clock = clock;
    }

    public static TokenFixture node() {
        return new TokenFixture(UsersDatabase.SETTINGS, Clock.systemUTC());
    }

    static SocketTicket issueTicket(SocketTickets.Holder holder) {
        return UsersDatabase.inTransaction(entities -> tickets(entities).issue(holder));
    }

    static SocketTickets.Holder redeemTicket(String ticket) {
        return UsersDatabase.inTransaction(entities -> tickets(entities).redeem(ticket));
    }

    private static SocketTickets tickets(jakarta.persistence.EntityManager entities) {
        SocketTickets tickets = new SocketTickets();
        tickets.entities = entities;
        tickets.settings = UsersDatabase.SETTINGS;
        return tickets;
    }

    /** How often this node has asked the database for the keys. */
    int loads() {
        return ((TransactionalKeyTable) keys.table).loads.get();
    }

    static final class TransactionalKeyTable extends SigningKeyTable {
        private final AtomicInteger loads = new AtomicInteger();

        TransactionalKeyTable(UserSettings settings) {
            this.settings = settings;
        }

        @Override
        public List<SigningKey> load(Instant now) {
            loads.incrementAndGet();
            return inTransaction(table -> table.load(now));
        }

        @Override
        public Optional<SigningKey> rotate(Instant now, Duration age) {
            return inTransaction(table -> table.rotate(now, age));
        }

        @Override
        public void withdraw(String kid, Instant now) {
            inTransaction(
                    table -> {
                        table.withdraw(kid, now);
                        return null;
                    });
        }

        @Override
        public List<SigningKey> all() {
            return inTransaction(SigningKeyTable::all);
        }

        private <T> T inTransaction(Function<SigningKeyTable, T> work) {
            return UsersDatabase.inTransaction(
                    manager -> {
                        SigningKeyTable table = new SigningKeyTable();
                        table.entities = manager;
                        table.settings = settings;
                        table.prepareCipher();
                        return work.apply(table);
                    });
        }
    }
}
