package studio.pingvas.user.tokens.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.contracts.user.SocketTicket;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.sessions.SessionFixture;

class SocketTicketsTest {
    private final UUID ann = UUID.randomUUID();
    private SocketTickets.Holder holder;

    @BeforeEach
    void openAccount() {
        UsersDatabase.empty();
        UsersDatabase.execute(
                "INSERT INTO account (id, email, display_name) VALUES ('"
                        + ann
                        + "', 'ann@example.test', 'Ann')");
        UUID session = SessionFixture.table().open(ann, Kind.API, SessionFixture.DEVICE);
        holder = new SocketTickets.Holder(ann, session, null);
    }

    @Test
    void programGetsATicketThatDiesWithItsKey() {
        UUID key = UUID.randomUUID();
        UsersDatabase.execute(
                "INSERT INTO api_key (id, account_id, name, key_sha256, prefix, scopes) VALUES ('%s',"
                                .formatted(key)
                        + " '%s', 'CI', sha256('key'), 'psk_', 'read')".formatted(ann));
        SocketTickets.Holder program = new SocketTickets.Holder(ann, null, key);
        SocketTicket used = TokenFixture.issueTicket(program);
        assertThat(TokenFixture.redeemTicket(used.ticket())).isEqualTo(program);
        SocketTicket unused = TokenFixture.issueTicket(program);
        UsersDatabase.execute("DELETE FROM api_key");
        assertRefused(unused.ticket());
    }

    @Test
    void ticketNamesItsOwnerOnce() {
        SocketTicket ticket = TokenFixture.issueTicket(holder);
        assertThat(ticket.expiresInSeconds()).isEqualTo(30);
        assertThat(TokenFixture.redeemTicket(ticket.ticket())).isEqualTo(holder);
        assertRefused(ticket.ticket());
    }

    @Test
    void oldTicketIsRefusedAndSweptByTheNextOne() {
        SocketTicket ticket = TokenFixture.issueTicket(holder);
        UsersDatabase.execute("UPDATE socket_ticket SET expires_at = now() - interval '1 second'");
        assertRefused(ticket.ticket());
        TokenFixture.issueTicket(holder);
        assertThat(UsersDatabase.query("SELECT count(*) FROM socket_ticket", Long.class))
                .isEqualTo(1);
    }

    @Test
    void rubbishIsRefused() {
        assertRefused(null);
        assertRefused("");
        assertRefused("\0");
    }

    @Test
    void tableHoldsNoTicketThatOpensAnything() {
        SocketTicket ticket = TokenFixture.issueTicket(holder);
        assertThat(
                        UsersDatabase.query(
                                "SELECT encode(ticket_sha256, 'hex') FROM socket_ticket",
                                String.class))
                .doesNotContain(ticket.ticket());
    }

    private static void assertRefused(String ticket) {
        assertThatThrownBy(() -> TokenFixture.redeemTicket(ticket))
                .isInstanceOf(TokenInvalidException.class);
    }
}
