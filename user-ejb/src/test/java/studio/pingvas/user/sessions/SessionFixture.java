package studio.pingvas.user.sessions;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.SessionView;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.audit.AuditFixture;

/** The beans of this package, each call in a transaction of its own, as in the container. */
public final class SessionFixture {
    public static final Device DEVICE =
            new Device("192.0.2.7", "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0");

    private static final SessionSettings SETTINGS =
            new SessionSettings(
                    Duration.ofHours(2),
                    UsersDatabase.SETTINGS.refreshIdle(),
                    UsersDatabase.SETTINGS.refreshAbsolute(),
                    5);

    private SessionFixture() {}

    /** On a transaction of the test. */
    public static SessionTable table(EntityManager entities) {
        SessionTable table = new SessionTable();
        table.entities = entities;
        table.settings = SETTINGS;
        table.audit = AuditFixture.log(entities);
        return table;
    }

    public static SessionTable table() {
        return new TransactionalTable();
    }

    /** The memory of one node. */
    public static OpenSessions node() {
        OpenSessions open = new OpenSessions();
        open.table = table();
        return open;
    }

    public static JpaSessions facadeOf(OpenSessions node) {
        JpaSessions sessions = new JpaSessions();
        sessions.table = table();
        sessions.open = node;
        return sessions;
    }

    private static final class TransactionalTable extends SessionTable {
        @Override
        public UUID open(UUID accountId, Kind kind, Device device) {
            return inTransaction(table -> table.open(accountId, kind, device));
        }

        @Override
        public Optional<Identity> identityIn(UUID sessionId) {
            return inTransaction(table -> table.identityIn(sessionId));
        }

        @Override
        public List<SessionView> list(UUID accountId) {
            return inTransaction(table -> table.list(accountId));
        }

        @Override
        public Set<UUID> openAmong(Set<UUID> sessionIds) {
            return inTransaction(table -> table.openAmong(sessionIds));
        }

        @Override
        public boolean end(UUID accountId, UUID sessionId) {
            return inTransaction(table -> table.end(accountId, sessionId));
        }

        @Override
        public void endOthers(UUID accountId, UUID kept) {
            UsersDatabase.run(entities -> table(entities).endOthers(accountId, kept));
        }

        @Override
        public Optional<SessionOwner> ownerOf(byte[] refreshTokenSha256) {
            return inTransaction(table -> table.ownerOf(refreshTokenSha256));
        }

        @Override
        public int deleteOld() {
            return inTransaction(SessionTable::deleteOld);
        }

        private static <T> T inTransaction(Function<SessionTable, T> work) {
            return UsersDatabase.inTransaction(entities -> work.apply(table(entities)));
        }
    }
}
