package studio.pingvas.generation.line.control;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.generation.line.entity.Arrival;
import studio.pingvas.generation.line.entity.Contender;
import studio.pingvas.generation.line.entity.LineChanged;
import studio.pingvas.generation.line.entity.LineShare;
import studio.pingvas.generation.line.entity.OwnLine;
import studio.pingvas.generation.line.entity.Place;
import studio.pingvas.platform.database.ArrayText;

/**
 * One row for each user: the number of the last event, what waits and is under way, and the tag
 * that decides whose turn it is. One statement for each change of a job; the row stays locked until
 * the transaction ends. Whoever holds it locks no job any more, and whoever changes several takes
 * them in the order of their users, so nobody waits in a circle.
 *
 * <p>A user whose turn could not come, for want of waiting jobs or because of too many under way,
 * begins again at the time of the tier: what was not asked for is not saved up.
 */
@Dependent
public class UserLines {
    // Whether a row is there is asked by counting: for EXISTS all rows may be read.
    private static final String ACCEPT =
            """
            with wish as materialized (
                select * from unnest(cast(?1 as uuid[]), cast(?2 as text[]), cast(?3 as integer[]),
                    cast(?4 as double precision[]), cast(?5 as integer[]), cast(?6 as integer[]))
                with ordinality as wish
                    (user_id, tier, max_running, waiting_seconds, waiting, max_waiting, place))
            insert into user_line as line
                (user_id, tier, max_running, last_seq, waiting, waiting_seconds, start_tag)
            select user_id, tier, max_running, waiting, waiting, waiting_seconds, virtual_time
            from wish join tier_line using (tier)
            where waiting <= max_waiting
                and (select count(*) = 0 from erasure where erasure.user_id = wish.user_id)
                and (cast(?7 as boolean) or coalesce(
                    (select true from user_line as own where own.user_id = wish.user_id
                        for no key update skip locked),
                    (select count(*) = 0 from user_line as own where own.user_id = wish.user_id)))
            order by place
            on conflict (user_id) do update set
                last_seq = line.last_seq + excluded.last_seq,
                tier = excluded.tier,
                max_running = excluded.max_running,
                waiting = line.waiting + excluded.waiting,
                waiting_seconds = line.waiting_seconds + excluded.waiting_seconds,
                start_tag = case
                    when line.tier <> excluded.tier then excluded.start_tag
                    when line.ready then line.start_tag
                    else greatest(line.start_tag, excluded.start_tag) end,
                ready_at = case when line.ready then line.ready_at else excluded.ready_at end
            where line.waiting + excluded.waiting
                <= (select max_waiting from wish where wish.user_id = line.user_id)
            returning user_id, last_seq, cast(now() as timestamptz),
                start_tag, ready_at, waiting, waiting_seconds
            """;

    private static final String CHANGE =
            """
            update user_line set
                last_seq = last_seq + ?2,
                waiting = waiting + ?3,
                waiting_seconds = case when waiting + ?3 = 0 then 0
                    else greatest(0, waiting_seconds + ?4) end,
                under_way = under_way + ?5,
                start_tag = case
                    when ready or waiting + ?3 = 0 or under_way + ?5 >= max_running then start_tag
                    else greatest(start_tag, (select virtual_time from tier_line
                        where tier_line.tier = user_line.tier)) end,
                ready_at = case
                    when ready or waiting + ?3 = 0 or under_way + ?5 >= max_running then ready_at
                    else now() end
            where user_id = ?1
            returning last_seq, ready
            """;

    /** The tag is of the tier in which the turn was; who has changed it meanwhile has another. */
    private static final String DISPATCH =
            """
            update user_line set
                last_seq = last_seq + ?2,
                waiting = waiting + ?3,
                waiting_seconds = case when waiting + ?3 = 0 then 0
                    else greatest(0, waiting_seconds + ?4) end,
                under_way = under_way + ?5,
                start_tag = case when tier = ?6 then ?7 else start_tag end
            where user_id = ?1
            returning last_seq
            """;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    /**
     * Counts new jobs.
     *
     * @return the place of the last of them; nothing if too many would wait, or if the account is
     *     being erased
     */
    public Optional<Place> accept(Arrival arrival) {
        return Optional.ofNullable(accept(List.of(arrival), true).get(arrival.userId()));
    }

    /**
     * Counts new jobs of several users, whose lines nobody else is changing.
     *
     * @param arrivals one for each user, in the order of the users
     * @return the places of the last jobs by user; for the others nothing is counted, which may be
     *     for the reasons of {@link #accept}
     */
    public Map<UUID, Place> acceptFree(List<Arrival> arrivals) {
        return accept(arrivals, false);
    }

    private Map<UUID, Place> accept(List<Arrival> arrivals, boolean waits) {
        List<?> rows =
                Statements.of(entities, ACCEPT)
                        .setParameter(1, ArrayText.ofColumn(arrivals, Arrival::userId))
                        .setParameter(2, ArrayText.ofColumn(arrivals, Arrival::tier))
                        .setParameter(3, ArrayText.ofColumn(arrivals, Arrival::maxRunning))
                        .setParameter(
                                4,
                                ArrayText.ofColumn(arrivals, each -> each.share().waitingSeconds()))
                        .setParameter(
                                5, ArrayText.ofColumn(arrivals, each -> each.share().waiting()))
                        .setParameter(6, ArrayText.ofColumn(arrivals, Arrival::maxWaiting))
                        .setParameter(7, waits)
                        .getResultList();
        Map<UUID, LineShare> shares =
                arrivals.stream().collect(toMap(Arrival::userId, Arrival::share));
        Map<UUID, Place> places = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            UUID userId = (UUID) columns[0];
            places.put(userId, placeOf(columns, shares.get(userId)));
        }
        return places;
    }

    /** Jobs of the user in the line, not yet sent. */
    public long waiting(UUID userId) {
        List<?> rows =
                Statements.of(entities, "select waiting from user_line where user_id = ?1")
                        .setParameter(1, userId)
                        .getResultList();
        return rows.stream().mapToLong(waiting -> ((Number) waiting).longValue()).sum();
    }

    /** Counts a change that the user's events tell of. */
    public LineChanged tell(UUID userId, LineShare change) {
        return change(userId, change, 1);
    }

    /**
     * Counts jobs that were dispatched, each of which the user's events tell of.
     *
     * @param next the user, with the tag of the next turn
     * @param jobs how many
     * @return the number of the last event
     */
    public long dispatch(Contender next, LineShare change, int jobs) {
        return ((Number)
                        changing(DISPATCH, next.userId(), change, jobs)
                                .setParameter(6, next.tier().name())
                                .setParameter(7, next.startTag())
                                .getSingleResult())
                .longValue();
    }

    /** Counts a change whose event follows later. */
    public void count(UUID userId, LineShare change) {
        if (!change.equals(LineShare.NOTHING)) {
            change(userId, change, 0);
        }
    }

    /** Takes the acceptance back that this transaction has just made. */
    public void takeBack(UUID userId, LineShare share) {
        change(userId, LineShare.NOTHING.minus(share), -share.waiting());
    }

    private LineChanged change(UUID userId, LineShare change, int events) {
        Object[] row = (Object[]) changing(CHANGE, userId, change, events).getSingleResult();
        return new LineChanged(((Number) row[0]).longValue(), (Boolean) row[1]);
    }

    private Query changing(String sql, UUID userId, LineShare change, int events) {
        return Statements.of(entities, sql)
                .setParameter(1, userId)
                .setParameter(2, events)
                .setParameter(3, change.waiting())
                .setParameter(4, change.waitingSeconds())
                .setParameter(5, change.underWay());
    }

    private static Place placeOf(Object[] row, LineShare share) {
        OwnLine before =
                new OwnLine(
                        ((Number) row[3]).doubleValue(),
                        ((Timestamp) row[4]).toInstant(),
                        ((Number) row[5]).intValue() - share.waiting(),
                        ((Number) row[6]).doubleValue() - share.waitingSeconds());
        return new Place(((Number) row[1]).longValue(), ((Timestamp) row[2]).toInstant(), before);
    }
}
