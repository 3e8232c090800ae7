package studio.pingvas.generation.line.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.line.entity.Contender;
import studio.pingvas.generation.line.entity.TierState;
import studio.pingvas.generation.line.entity.TierTags;

/** The rows of the tiers, and who of each is first. One dispatcher at a time may call it. */
@Dependent
public class TierLines {
    /** Of n turns none goes to anybody but the first n users of a tier. */
    static final String FIRST_USERS =
            """
            select t.tier, t.start_tag as tier_tag, t.served_tag, t.virtual_time, t.dispatched,
                u.user_id, u.start_tag, u.ready_at, u.room
            from tier_line t left join lateral (
                select user_id, start_tag, ready_at, max_running - under_way as room
                from user_line l where l.tier = t.tier and l.ready and not t.paused
                order by l.start_tag, l.ready_at, l.user_id limit ?1) u on true
            """;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject TierWeights weights;

    /** Begins so many turns, at most. */
    public Turns begin(int turns) {
        Turns begun = new Turns(weights.byTier());
        List<?> rows = Statements.of(entities, FIRST_USERS).setParameter(1, turns).getResultList();
        Tier last = null;
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            Tier tier = Tier.valueOf((String) columns[0]);
            if (tier != last) {
                begun.resume(tier, tagsOf(columns), ((Number) columns[4]).longValue());
                last = tier;
            }
            if (columns[5] != null) {
                begun.add(contenderOf(tier, columns), ((Number) columns[8]).intValue());
            }
        }
        return begun;
    }

    /** Keeps how far the tiers have come. */
    public void keep(Turns turns) {
        turns.takenByTier()
                .forEach(
                        (tier, taken) -> {
                            TierTags tags = turns.tags(tier);
                            Statements.of(
                                            entities,
                                            "update tier_line set start_tag = ?2, served_tag = ?3,"
                                                    + " virtual_time = ?4,"
                                                    + " dispatched = dispatched + ?5"
                                                    + " where tier = ?1")
                                    .setParameter(1, tier.name())
                                    .setParameter(2, tags.startTag())
                                    .setParameter(3, tags.servedTag())
                                    .setParameter(4, tags.virtualTime())
                                    .setParameter(5, taken)
                                    .executeUpdate();
                        });
    }

    /** Repeated, it keeps who was first. */
    public void pause(Tier tier, boolean paused, String actor) {
        Statements.of(
                        entities,
                        "update tier_line set paused = ?2, changed_at = now(), changed_by = ?3"
                                + " where tier = ?1 and paused <> ?2")
                .setParameter(1, tier.name())
                .setParameter(2, paused)
                .setParameter(3, actor)
                .executeUpdate();
    }

    /** In the order of the tiers. */
    public List<TierState> states() {
        List<?> rows =
                Statements.of(
                                entities,
                                "select tier, paused, dispatched, changed_at, changed_by"
                                        + " from tier_line")
                        .getResultList();
        return rows.stream()
                .map(row -> stateOf((Object[]) row))
                .sorted(Comparator.comparing(TierState::tier))
                .toList();
    }

    private static TierState stateOf(Object[] columns) {
        return new TierState(
                Tier.valueOf((String) columns[0]),
                (Boolean) columns[1],
                ((Number) columns[2]).longValue(),
                columns[3] == null ? null : ((Timestamp) columns[3]).toInstant(),
                (String) columns[4]);
    }

    private static TierTags tagsOf(Object[] columns) {
        return new TierTags(
                ((Number) columns[1]).doubleValue(),
                ((Number) columns[2]).doubleValue(),
                ((Number) columns[3]).doubleValue());
    }

    private static Contender contenderOf(Tier tier, Object[] columns) {
        return new Contender(
                (UUID) columns[5],
                tier,
                ((Number) columns[6]).doubleValue(),
                ((Timestamp) columns[7]).toInstant());
    }
}
