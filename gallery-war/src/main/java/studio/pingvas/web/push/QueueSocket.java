package studio.pingvas.web.push;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.web.security.StudioPrincipal;

/**
 * Follows the jobs of one user: {@code /ws/queue/me} or {@code /ws/queue/{user id}}. The server
 * talks, the client listens; {@code ?last_seq=n} replays the events after n.
 */
@ServerEndpoint(value = "/ws/queue/{queue_id}", configurator = SameOriginConfigurator.class)
public class QueueSocket {
    private static final Logger LOG = System.getLogger(QueueSocket.class.getName());
    private static final String OWN = "me";
    private static final int MAX_MESSAGE_BYTES = 1024;

    @Inject FollowerHub hub;

    @OnOpen
    public void open(Session session, @PathParam("queue_id") String queueId) throws IOException {
        Identity caller = ((StudioPrincipal) session.getUserPrincipal()).identity();
        session.setMaxTextMessageBufferSize(MAX_MESSAGE_BYTES);
        session.setMaxBinaryMessageBufferSize(MAX_MESSAGE_BYTES);
        if (!queueId.equals(OWN) && !queueId.equals(caller.userId().toString())) {
            session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "not-found"));
            return;
        }
        try {
            hub.openSocket(session, caller, lastSeq(session));
        } catch (NumberFormatException e) {
            session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "last_seq is no number"));
        }
    }

    @OnMessage
    public void ignore(String message) {
        // Clients have nothing to say here; some send text to keep the connection alive.
    }

    @OnClose
    public void close(Session session) {
        hub.closed(session);
    }

    @OnError
    public void fail(Session session, Throwable failure) {
        LOG.log(Level.DEBUG, "A socket broke", failure);
        hub.closed(session);
    }

    private static Long lastSeq(Session session) {
        List<String> values = session.getRequestParameterMap().get("last_seq");
        return values == null ? null : Long.valueOf(values.get(0));
    }
}
