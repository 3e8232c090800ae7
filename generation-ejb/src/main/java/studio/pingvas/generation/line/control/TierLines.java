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
import studio.pingvas.generation.line.entity.Window;

/** The rows of the tiers, and who of each is first. One dispatcher at a time may call it. */
@Dependent
public class TierLines {
    // Any constant serves, as long as nothing else in this database uses it for an advisory lock.
    private static final long DISPATCH_LOCK = 0x50494E47_56415301L;

    private static final String BEGIN =
            "select jobs, serial, oldest, at, tier, tier_tag, served_tag, virtual_time, dispatched,"
                    + " user_id, start_tag, ready_at, room from begin_look(?1, ?2, ?3)";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject TierWeights weights;

    /**
     * Begins a look at the line. Nodes that looked at the same time would both find the window
     * open, so the others wait until the transaction ends.
     *
     * @param width how many jobs may be dispatched and not started
     * @param most turns, however much room there is
     */
    public Look begin(int width, int most) {
        List<?> rows =
                Statements.of(entities, BEGIN)
                        .setParameter(1, DISPATCH_LOCK)
                        .setParameter(2, width)
                        .setParameter(3, most)
                        .getResultList();
        Turns begun = new Turns(weights.byTier());
        Tier last = null;
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            Tier tier = Tier.valueOf((String) columns[4]);
            if (tier != last) {
                begun.resume(tier, tagsOf(columns, 5), ((Number) columns[8]).longValue());
                last = tier;
            }
            if (columns[9] != null) {
                begun.add(contenderOf(tier, columns, 9), ((Number) columns[12]).intValue());
            }
        }
        Object[] first = (Object[]) rows.get(0);
        Window window =
                new Window(
                        ((Number) first[0]).intValue(),
                        ((Number) first[1]).longValue(),
                        (UUID) first[2]);
        int room = Math.min(width - window.jobs(), most);
        return new Look(window, room, begun, ((Timestamp) first[3]).toInstant());
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

    private static TierTags tagsOf(Object[] columns, int first) {
        return new TierTags(
                ((Number) columns[first]).doubleValue(),
                ((Number) columns[first + 1]).doubleValue(),
                ((Number) columns[first + 2]).doubleValue());
    }

    private static Contender contenderOf(Tier tier, Object[] columns, int first) {
        return new Contender(
                (UUID) columns[first],
                tier,
                ((Number) columns[first + 1]).doubleValue(),
                ((Timestamp) columns[first + 2]).toInstant());
    }
}
