package studio.pingvas.web.push;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.user.ApiKeys;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.Sessions;

/** The open sockets of this node. */
@ApplicationScoped
public class SocketHub {
    private static final int MAX_SOCKETS_PER_USER = 20;

    @EJB GenerationJobs jobs;
    @EJB Sessions sessions;
    @EJB ApiKeys keys;
    @Inject Frames frames;
    @Inject ProgressBoard board;
    @Resource ManagedExecutorService executor;

    private final Map<UUID, Set<SocketConnection>> byUser = new ConcurrentHashMap<>();
    private final Map<String, SocketConnection> bySession = new ConcurrentHashMap<>();

    /**
     * @param lastSeq the events after it are sent first; null sends none of the past
     */
    public void open(Session session, Identity caller, Long lastSeq) {
        UUID userId = caller.userId();
        long after = lastSeq == null ? jobs.lastSeq(userId) : lastSeq;
        SocketConnection connection =
                new SocketConnection(session, caller, after, jobs, frames, executor);
        if (byUser.getOrDefault(userId, Set.of()).size() >= MAX_SOCKETS_PER_USER) {
            connection.close(CloseCodes.TRY_AGAIN_LATER, "too many connections");
            return;
        }
        bySession.put(session.getId(), connection);
        byUser.compute(
                userId,
                (id, known) -> {
                    Set<SocketConnection> connections =
                            known == null ? ConcurrentHashMap.newKeySet() : known;
                    connections.add(connection);
                    return connections;
                });
        connection.lookForEvents();
    }

    public void closed(Session session) {
        SocketConnection connection = bySession.remove(session.getId());
        if (connection != null) {
            byUser.computeIfPresent(
                    connection.userId(),
                    (id, connections) -> {
                        connections.remove(connection);
                        return connections.isEmpty() ? null : connections;
                    });
        }
    }

    /** The user has new events. */
    public void announce(UUID userId) {
        byUser.getOrDefault(userId, Set.of()).forEach(SocketConnection::lookForEvents);
    }

    public void progressed(GenerationProgressed progress) {
        board.note(progress);
        byUser.getOrDefault(progress.userId(), Set.of())
                .forEach(connection -> connection.progressed(progress));
    }

    /** Whoever has signed out, here or on another node, hears nothing any more. */
    public void closeThoseSignedOut() {
        closeUnless(SocketConnection::signIn, sessions::openAmong, "signed out");
    }

    /** Nor does whoever has a key that is good no more. */
    public void closeThoseWithoutTheirKey() {
        closeUnless(SocketConnection::apiKey, keys::goodAmong, "key revoked");
    }

    private void closeUnless(
            Function<SocketConnection, Optional<UUID>> proof,
            UnaryOperator<Set<UUID>> stillGood,
            String reason) {
        Set<UUID> held =
                bySession.values().stream()
                        .flatMap(connection -> proof.apply(connection).stream())
                        .collect(Collectors.toSet());
        held.removeAll(stillGood.apply(held));
        bySession.values().stream()
                .filter(connection -> proof.apply(connection).filter(held::contains).isPresent())
                .forEach(connection -> connection.close(CloseCodes.VIOLATED_POLICY, reason));
    }

    /** A hint from the broker can be lost: every socket looks for events now and then. */
    public void lookAfterAll() {
        bySession
                .values()
                .forEach(
                        connection -> {
                            connection.ping();
                            connection.lookForEvents();
                        });
    }
}
