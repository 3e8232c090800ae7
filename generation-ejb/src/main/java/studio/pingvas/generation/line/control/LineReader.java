package studio.pingvas.generation.line.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
import studio.pingvas.platform.json.Json;

/**
 * Reads the whole line: one row for each user who waits. It is one statement, which needs no
 * transaction around it, because a submission waits for it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LineReader {
    private static final String DISPATCHED = "DISPATCHED";
    private static final String LINE =
            """
            select cast(json_build_object(
                'tiers', (select json_agg(tier_row) from (
                    select tier, start_tag, served_tag, virtual_time, paused
                    from tier_line) as tier_row),
                'users', (select coalesce(json_agg(user_row), '[]') from (
                    select tier, start_tag, ready_at, waiting as jobs, waiting_seconds as seconds
                    from user_line where backlogged) as user_row),
                'under_way', (select coalesce(json_agg(job_row), '[]') from (
                    select status, user_id, count(*) as jobs, sum(predicted_seconds) as seconds
                    from job where status in ('DISPATCHED', 'RUNNING') and outcome is null
                    group by status, user_id) as job_row)) as text)
            """;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject TierWeights weights;

    private record Line(List<TierRow> tiers, List<UserBacklog> users, List<UnderWay> underWay) {}

    private record TierRow(
            Tier tier, double startTag, double servedTag, double virtualTime, boolean paused) {
        TierTags tags() {
            return new TierTags(startTag, servedTag, virtualTime);
        }
    }

    private record UnderWay(String status, UUID userId, int jobs, double seconds) {
        Before before() {
            return new Before(jobs, 1, seconds);
        }
    }

    public LineState read() {
        String text = (String) entities.createNativeQuery(LINE).getSingleResult();
        Line line = Json.read(text, Line.class);
        Map<Tier, TierTags> tags = new EnumMap<>(Tier.class);
        Set<Tier> paused = EnumSet.noneOf(Tier.class);
        for (TierRow row : line.tiers()) {
            tags.put(row.tier(), row.tags());
            if (row.paused()) {
                paused.add(row.tier());
            }
        }
        Map<String, Before> underWay = new HashMap<>();
        Set<UUID> dispatchedUsers = new HashSet<>();
        for (UnderWay row : line.underWay()) {
            underWay.merge(row.status(), row.before(), Before::plus);
            if (row.status().equals(DISPATCHED)) {
                dispatchedUsers.add(row.userId());
            }
        }
        return new LineState(
                new LineOutlook(tags, weights.byTier(), paused, line.users()),
                underWay.getOrDefault(DISPATCHED, Before.NOTHING),
                Set.copyOf(dispatchedUsers),
                underWay.getOrDefault("RUNNING", Before.NOTHING));
    }
}
