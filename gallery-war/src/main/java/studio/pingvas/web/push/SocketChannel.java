package studio.pingvas.web.push;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/** Frames as the text messages of a WebSocket. */
final class SocketChannel implements FrameChannel {
    private static final Logger LOG = System.getLogger(SocketChannel.class.getName());

    private final Session session;

    SocketChannel(Session session) {
        this.session = session;
    }

    @Override
    public void send(Frame frame, Runnable sent) {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        // Tyrus sets a timer with every frame, idle time-out or not, and Payara looks for contexts
        // that belong to it in every jar of the thread's loader. This one has none.
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            session.getAsyncRemote().sendText(frame.json(), result -> sent(result, sent));
        } catch (RuntimeException e) {
            gone(e);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private void sent(SendResult result, Runnable next) {
        if (result.isOK()) {
            next.run();
        } else {
            gone(result.getException());
        }
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            gone(e);
        }
    }

    /** Tyrus says so by exceptions of several kinds, bare RuntimeExceptions among them. */
    private void gone(Throwable failure) {
        LOG.log(Level.DEBUG, "A client is gone", failure);
        close(Ending.UNREACHABLE, "unreachable");
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public void close(Ending ending, String reason) {
        try {
            session.close(new CloseReason(codeOf(ending), reason));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A socket was gone before it could be closed", e);
        }
    }

    private static CloseCode codeOf(Ending ending) {
        return switch (ending) {
            case DONE -> CloseCodes.NORMAL_CLOSURE;
            case FORBIDDEN -> CloseCodes.VIOLATED_POLICY;
            case TOO_MANY -> CloseCodes.TRY_AGAIN_LATER;
            case UNREACHABLE -> CloseCodes.GOING_AWAY;
            case FAULT -> CloseCodes.UNEXPECTED_CONDITION;
        };
    }
}
