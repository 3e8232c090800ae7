package studio.pingvas.generation.positions;

import java.sql.Timestamp;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.jobs.control.NewJobForecast;
import studio.pingvas.generation.line.control.LineState;
import studio.pingvas.generation.line.entity.OwnLine;

/**
 * A job of the line, for its position.
 *
 * @param told the position that its owner heard of last, or null
 * @param before what its owner has in the line before it
 */
public record WaitingJob(
        UUID id, UUID userId, long lineOrder, Tier tier, Integer told, OwnLine before) {
    int position(LineState line) {
        return NewJobForecast.ahead(line, userId, tier, before).position();
    }

    static WaitingJob of(Object[] row) {
        return new WaitingJob(
                (UUID) row[0],
                (UUID) row[1],
                ((Number) row[2]).longValue(),
                Tier.valueOf((String) row[3]),
                (Integer) row[4],
                new OwnLine(
                        ((Number) row[5]).doubleValue(),
                        ((Timestamp) row[6]).toInstant(),
                        ((Number) row[7]).intValue(),
                        ((Number) row[8]).doubleValue()));
    }
}
