package studio.pingvas.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SocketChannelTest {
    private static final Frame FRAME = new Frame("failed", 1, UUID.randomUUID(), "{}");

    private final List<ClassLoader> loaders = new ArrayList<>();
    private final List<CloseReason> closed = new ArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void timerOfAFrameIsSetWithoutTheJarsOfTheApplication() {
        ClassLoader own = Thread.currentThread().getContextClassLoader();

        new SocketChannel(sessionThat(this::takesIt)).send(FRAME, taken::incrementAndGet);

        assertThat(taken).hasValue(1);
        assertThat(loaders).containsExactly(ClassLoader.getPlatformClassLoader());
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
    }

    @Test
    void clientThatIsGoneIsClosedAndNotSentToAgain() {
        ClassLoader own = Thread.currentThread().getContextClassLoader();

        new SocketChannel(sessionThat(SocketChannelTest::isGone))
                .send(FRAME, taken::incrementAndGet);

        assertThat(taken).hasValue(0);
        assertThat(closed).hasSize(1);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
    }

    private void takesIt(SendHandler handler) {
        loaders.add(Thread.currentThread().getContextClassLoader());
        handler.onResult(new SendResult());
    }

    private static void isGone(SendHandler handler) {
        throw new RuntimeException("Socket is not connected.");
    }

    private interface Client {
        void getsText(SendHandler handler);
    }

    private Session sessionThat(Client client) {
        RemoteEndpoint.Async remote =
                stub(
                        RemoteEndpoint.Async.class,
                        (proxy, method, arguments) -> {
                            client.getsText((SendHandler) arguments[1]);
                            return null;
                        });
        return stub(
                Session.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getAsyncRemote" -> remote;
                            case "close" -> closed.add((CloseReason) arguments[0]);
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        SocketChannelTest.class.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
