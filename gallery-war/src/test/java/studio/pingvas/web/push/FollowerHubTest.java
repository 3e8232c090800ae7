package studio.pingvas.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.Sessions;

/** Sockets end with the session that they were opened in. */
class FollowerHubTest {
    private final FollowerHub hub = new FollowerHub();
    private final Set<UUID> open = new HashSet<>();
    private final Map<String, CloseReason> closed = new HashMap<>();

    @BeforeEach
    void prepare() {
        hub.sessions =
                stub(
                        Sessions.class,
                        (proxy, method, arguments) -> {
                            Set<?> asked = new HashSet<>((Set<?>) arguments[0]);
                            asked.retainAll(open);
                            return asked;
                        });
        // Nothing is sent in this test.
        hub.executor = stub(ManagedExecutorService.class, (proxy, method, arguments) -> null);
    }

    @Test
    void socketOfAnEndedSessionIsClosedAndNoOther() {
        UUID stays = UUID.randomUUID();
        UUID ends = UUID.randomUUID();
        open.addAll(Set.of(stays, ends));
        hub.openSocket(socket("a"), caller(stays), 0L);
        hub.openSocket(socket("b"), caller(ends), 0L);
        hub.openSocket(socket("without a session"), caller(null), 0L);
        hub.closeThoseSignedOut();
        assertThat(closed).isEmpty();

        open.remove(ends);
        hub.closeThoseSignedOut();
        assertThat(closed).containsOnlyKeys("b");
        assertThat(closed.get("b").getCloseCode()).isEqualTo(CloseCodes.VIOLATED_POLICY);
    }

    private static Identity caller(UUID session) {
        return new Identity(UUID.randomUUID(), "ann@example.test", Set.of("user"))
                .inSession(session);
    }

    private Session socket(String id) {
        return stub(
                Session.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getUserProperties" -> new HashMap<>();
                            case "close" -> closed.put(id, (CloseReason) arguments[0]);
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        FollowerHubTest.class.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
