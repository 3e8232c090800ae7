package studio.pingvas.contracts.generation;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.UUID;

/** What users have had made, day by day. */
@Local
public interface GenerationUsage {
    /**
     * Days are those of UTC; a job counts for the day on which it was accepted.
     *
     * @param from first day; null for the 29th before the last
     * @param to last day; null for today
     * @throws studio.pingvas.contracts.InvalidRequestException if it ends before it begins or has
     *     more than 92 days
     */
    UsageView of(UUID userId, LocalDate from, LocalDate to);
}
