package studio.pingvas.web.push;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.pingvas.contracts.generation.JobEvents;
import studio.pingvas.contracts.generation.NewsOfNode;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.contracts.user.ApiKeys;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.Sessions;
import studio.pingvas.web.push.FrameChannel.Ending;

/** Who follows jobs on this node. */
@ApplicationScoped
public class FollowerHub {
    private static final int MOST_OF_ONE_USER = 20;
    private static final int USERS_OF_A_QUESTION = 1_000;

    // Fewer than there are connections to the database: requests of people need some as well.
    private static final int MOST_LOOKS_AT_ONCE = 4;

    private static final int MOST_NEWS = 1_000;

    /** Where a socket's session keeps its follower. */
    private static final String FOLLOWER = Follower.class.getName();

    @EJB JobEvents events;
    @EJB NewsOfNode news;
    @EJB Sessions sessions;
    @EJB ApiKeys keys;
    @Inject Frames frames;
    @Inject ProgressBoard board;
    @Resource ManagedThreadFactory threads;

    private final Map<UUID, Set<Follower>> byUser = new ConcurrentHashMap<>();
    private final Consumer<List<RecordedEvent>> listener = this::happenedHere;
    private ExecutorService looks;
    private ThreadPoolExecutor telling;

    /** Plain threads: a managed executor makes a context for every task, which costs more. */
    @PostConstruct
    void prepare() {
        looks = Executors.newFixedThreadPool(MOST_LOOKS_AT_ONCE, threads);
        telling =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MOST_NEWS),
                        threads,
                        // That one is missing is seen by its number.
                        new ThreadPoolExecutor.DiscardPolicy());
        // A thread gets the names of the module in which somebody happens to need it first.
        telling.prestartCoreThread();
        news.listen(listener);
    }

    @PreDestroy
    void stop() {
        news.forget(listener);
        telling.shutdownNow();
        looks.shutdownNow();
    }

    /**
     * @param lastSeq the events after it are sent first; null sends none of the past
     */
    void openSocket(Session session, Identity caller, Long lastSeq) {
        long after = lastSeq == null ? events.lastSeq(caller.userId()) : lastSeq;
        Follower follower =
                follower(new SocketChannel(session), caller, new Follower.Scope(null, after));
        if (add(follower)) {
            session.getUserProperties().put(FOLLOWER, follower);
            follower.lookForEvents();
        } else {
            follower.close(Ending.TOO_MANY, "too many connections");
        }
    }

    void closed(Session session) {
        if (session.getUserProperties().remove(FOLLOWER) instanceof Follower follower) {
            closed(follower);
        }
    }

    Follower follower(FrameChannel channel, Identity caller, Follower.Scope scope) {
        return new Follower(channel, caller, scope, events, frames, looks);
    }

    /**
     * @return false if the user has too many already
     */
    boolean add(Follower follower) {
        return byUser.compute(
                        follower.userId(),
                        (id, known) -> {
                            Set<Follower> followers =
                                    known == null ? ConcurrentHashMap.newKeySet() : known;
                            // The server does not tell of every end, least of all in order.
                            followers.removeIf(old -> !old.isReachable());
                            if (followers.size() < MOST_OF_ONE_USER) {
                                followers.add(follower);
                            }
                            return followers;
                        })
                .contains(follower);
    }

    void closed(Follower follower) {
        byUser.computeIfPresent(
                follower.userId(),
                (id, followers) -> {
                    followers.remove(follower);
                    return followers.isEmpty() ? null : followers;
                });
    }

    /** In a thread of this module, with whose names its beans are made. */
    private void happenedHere(List<RecordedEvent> events) {
        telling.execute(() -> happened(events));
    }

    /** Jobs of any users have changed. */
    public void happened(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            byUser.getOrDefault(event.userId(), Set.of())
                    .forEach(follower -> follower.happened(event));
        }
    }

    public void progressed(GenerationProgressed progress) {
        board.note(progress);
        byUser.getOrDefault(progress.userId(), Set.of())
                .forEach(follower -> follower.progressed(progress));
    }

    /** Whoever has signed out, here or on another node, hears nothing any more. */
    public void closeThoseSignedOut() {
        closeUnless(Follower::signIn, sessions::openAmong, "signed out");
    }

    /** Nor does whoever has a key that is good no more. */
    public void closeThoseWithoutTheirKey() {
        closeUnless(Follower::apiKey, keys::goodAmong, "key revoked");
    }

    private void closeUnless(
            Function<Follower, Optional<UUID>> proof,
            UnaryOperator<Set<UUID>> stillGood,
            String reason) {
        Set<UUID> held =
                all().flatMap(follower -> proof.apply(follower).stream())
                        .collect(Collectors.toSet());
        held.removeAll(stillGood.apply(held));
        all().filter(follower -> proof.apply(follower).filter(held::contains).isPresent())
                .forEach(follower -> follower.close(Ending.FORBIDDEN, reason));
    }

    /** News from the broker can be lost: every follower is held against the database at times. */
    public void lookAfterAll() {
        all().forEach(this::dropOrPing);
        List<UUID> users = List.copyOf(byUser.keySet());
        for (int from = 0; from < users.size(); from += USERS_OF_A_QUESTION) {
            int to = Math.min(from + USERS_OF_A_QUESTION, users.size());
            events.lastSeqs(Set.copyOf(users.subList(from, to))).forEach(this::catchUp);
        }
    }

    private void dropOrPing(Follower follower) {
        follower.ping();
        if (!follower.isReachable()) {
            closed(follower);
        }
    }

    private void catchUp(UUID userId, long newest) {
        byUser.getOrDefault(userId, Set.of()).forEach(follower -> follower.catchUp(newest));
    }

    private Stream<Follower> all() {
        return byUser.values().stream().flatMap(Set::stream);
    }
}
