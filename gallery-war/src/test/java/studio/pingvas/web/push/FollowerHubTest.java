package studio.pingvas.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
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
import studio.pingvas.contracts.generation.NewsOfNode;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.Sessions;

/** Sockets end with the session that they were opened in. */
class FollowerHubTest {
    private final FollowerHub hub = new FollowerHub();
    private final Set<UUID> open = new HashSet<>();
    private final Map<String, CloseReason> closed = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> pinged = new HashSet<>();

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
        hub.events = new FollowFixture();
        hub.news = stub(NewsOfNode.class, (proxy, method, arguments) -> null);
        // Nothing is sent in this test.
        hub.threads = stub(ManagedThreadFactory.class, (proxy, method, arguments) -> new Thread());
        hub.prepare();
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

    @Test
    void socketsOfAUserAreLimitedAndThoseThatAreGoneDoNotCount() {
        Identity ann = caller(null);
        for (int i = 0; i < 20; i++) {
            hub.openSocket(socket("s" + i), ann, 0L);
        }
        hub.openSocket(socket("one more"), ann, 0L);
        assertThat(closed).containsOnlyKeys("one more");
        assertThat(closed.get("one more").getCloseCode()).isEqualTo(CloseCodes.TRY_AGAIN_LATER);

        gone.add("s7");
        hub.openSocket(socket("in its place"), ann, 0L);
        assertThat(closed).doesNotContainKey("in its place");
        hub.openSocket(socket("too many"), ann, 0L);
        assertThat(closed).containsKey("too many");
    }

    @Test
    void deadSocketDoesNotKeepTheOthersFromBeingLookedAfter() {
        for (int i = 0; i < 10; i++) {
            gone.add("dead " + i);
            hub.openSocket(socket("dead " + i), caller(null), 0L);
            hub.openSocket(socket("alive " + i), caller(null), 0L);
        }

        hub.lookAfterAll();

        assertThat(pinged).hasSize(10).allMatch(id -> id.startsWith("alive"));
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
                            case "isOpen" -> !gone.contains(id);
                            case "getAsyncRemote" -> remote(id);
                            case "close" -> closed.put(id, (CloseReason) arguments[0]);
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }

    private RemoteEndpoint.Async remote(String id) {
        if (gone.contains(id)) {
            throw new RuntimeException("Socket is not connected.");
        }
        return stub(
                RemoteEndpoint.Async.class,
                (proxy, method, arguments) ->
                        method.getName().equals("sendPing") ? pinged.add(id) : null);
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        FollowerHubTest.class.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
