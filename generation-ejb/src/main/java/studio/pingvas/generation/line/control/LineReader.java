package studio.pingvas.generation.line.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.line.entity.Before;
import studio.pingvas.generation.line.entity.TierTags;
import studio.pingvas.generation.line.entity.UserBacklog;

/** Reads the whole line: one row for each user who waits. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LineReader {
    private static final String DISPATCHED = "DISPATCHED";
    static final String WAITING =
            "select tier, start_tag, ready_at, waiting, waiting_seconds"
                    + " from user_line where backlogged";
    private static final String TIERS =
            "select tier, start_tag, served_tag, virtual_time, paused from tier_line";
    private static final String UNDER_WAY =
            "select status, user_id, count(*), sum(predicted_seconds) from job"
                    + " where status in ('DISPATCHED', 'RUNNING') and outcome is null"
                    + " group by status, user_id";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject TierWeights weights;

    public LineState read() {
        Map<Tier, TierTags> tags = new EnumMap<>(Tier.class);
        Set<Tier> paused = EnumSet.noneOf(Tier.class);
        for (Object[] row : rows(TIERS)) {
            Tier tier = Tier.valueOf((String) row[0]);
            tags.put(tier, new TierTags(number(row[1]), number(row[2]), number(row[3])));
            if ((Boolean) row[4]) {
                paused.add(tier);
            }
        }
        List<UserBacklog> users = rows(WAITING).stream().map(LineReader::backlogOf).toList();
        Map<String, Before> underWay = new HashMap<>();
        Set<UUID> dispatchedUsers = new HashSet<>();
        for (Object[] row : rows(UNDER_WAY)) {
            String status = (String) row[0];
            underWay.merge(
                    status, new Before((int) number(row[2]), 1, number(row[3])), Before::plus);
            if (status.equals(DISPATCHED)) {
                dispatchedUsers.add((UUID) row[1]);
            }
        }
        return new LineState(
                new LineOutlook(tags, weights.byTier(), paused, users),
                underWay.getOrDefault(DISPATCHED, Before.NOTHING),
                Set.copyOf(dispatchedUsers),
                underWay.getOrDefault("RUNNING", Before.NOTHING));
    }

    private List<Object[]> rows(String sql) {
        List<?> rows = Statements.of(entities, sql).getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static UserBacklog backlogOf(Object[] row) {
        return new UserBacklog(
                Tier.valueOf((String) row[0]),
                number(row[1]),
                ((Timestamp) row[2]).toInstant(),
                (int) number(row[3]),
                number(row[4]));
    }

    private static double number(Object column) {
        return ((Number) column).doubleValue();
    }
}
