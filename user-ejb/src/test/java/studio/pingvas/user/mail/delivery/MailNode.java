package studio.pingvas.user.mail.delivery;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import studio.pingvas.user.UsersDatabase;

/** The delivery as one node of the server wires it, each call on the table in a transaction. */
final class MailNode {
    private MailNode() {}

    static MailDelivery sendingBy(MailTransport transport) {
        MailDelivery delivery = new MailDelivery();
        delivery.table = new TransactionalMailTable();
        delivery.transport = transport;
        delivery.settings = UsersDatabase.SETTINGS;
        return delivery;
    }

    static MailTable table() {
        return new TransactionalMailTable();
    }

    private static final class TransactionalMailTable extends MailTable {
        @Override
        public Optional<WaitingMail> claim() {
            return inTransaction(MailTable::claim);
        }

        @Override
        public void sent(UUID id) {
            inTransaction(
                    table -> {
                        table.sent(id);
                        return null;
                    });
        }

        @Override
        public boolean failed(UUID id, String reason) {
            return inTransaction(table -> table.failed(id, reason));
        }

        @Override
        public int forgetOld() {
            return inTransaction(MailTable::forgetOld);
        }

        private static <T> T inTransaction(Function<MailTable, T> work) {
            return UsersDatabase.inTransaction(
                    manager -> {
                        MailTable table = new MailTable();
                        table.entities = manager;
                        return work.apply(table);
                    });
        }
    }
}
