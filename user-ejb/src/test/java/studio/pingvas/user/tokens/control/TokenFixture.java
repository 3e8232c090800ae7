package studio.pingvas.user.tokens.control;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

    private static final class TransactionalKeyTable extends SigningKeyTable {
        TransactionalKeyTable(UserSettings settings) {
            this.settings = settings;
        }

        @Override
        public List<SigningKey> load(Instant now) {
            return UsersDatabase.inTransaction(
                    manager -> {
                        SigningKeyTable table = new SigningKeyTable();
                        table.entities = manager;
                        table.settings = settings;
                        table.prepareCipher();
                        return table.load(now);
                    });
        }
    }
}
