package studio.pingvas.generation.usage;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.GenerationUsage;
import studio.pingvas.contracts.generation.UsageView;
import studio.pingvas.contracts.generation.UsageView.Day;
import studio.pingvas.contracts.generation.UsageView.ModelUsage;
import studio.pingvas.contracts.generation.UsageView.Usage;

/** Sums of the job table. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaGenerationUsage implements GenerationUsage {
    /** A row for each day and model. The seconds run from the last start to the outcome. */
    static final String SUMS =
            "SELECT CAST(created_at AT TIME ZONE 'UTC' AS date) AS day, model, count(*),"
                    + " coalesce(sum(image_count) FILTER (WHERE status = 'COMPLETED'), 0),"
                    + " coalesce(sum(credits_used), 0),"
                    + " coalesce(round(CAST(sum(extract(epoch FROM outcome_at - started_at))"
                    + " AS numeric), 3), 0)"
                    + " FROM job WHERE user_id = ?1 AND created_at >= ?2 AND created_at < ?3"
                    + " GROUP BY day, model";

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    Clock clock = Clock.systemUTC();

    private record Row(LocalDate day, String model, Usage usage) {}

    @Override
    public UsageView of(UUID userId, LocalDate from, LocalDate to) {
        UsagePeriod period = UsagePeriod.of(from, to, LocalDate.now(clock));
        List<Row> rows = rows(userId, period);
        Map<LocalDate, Usage> byDay = sums(rows, Row::day);
        List<ModelUsage> byModel =
                sums(rows, Row::model).entrySet().stream()
                        .map(model -> new ModelUsage(model.getKey(), model.getValue()))
                        .sorted(
                                Comparator.comparing(
                                                (ModelUsage model) -> model.usage().creditsUsed())
                                        .reversed()
                                        .thenComparing(ModelUsage::model))
                        .toList();
        return new UsageView(
                period.days()
                        .map(day -> new Day(day, byDay.getOrDefault(day, Usage.NONE)))
                        .toList(),
                rows.stream().map(Row::usage).reduce(Usage.NONE, Usage::plus),
                byModel);
    }

    private List<Row> rows(UUID userId, UsagePeriod period) {
        List<?> rows =
                entities.createNativeQuery(SUMS)
                        .setParameter(1, userId)
                        .setParameter(2, period.begin())
                        .setParameter(3, period.end())
                        .getResultList();
        return rows.stream().map(row -> rowOf((Object[]) row)).toList();
    }

    private static Row rowOf(Object[] row) {
        return new Row(
                ((Date) row[0]).toLocalDate(),
                (String) row[1],
                new Usage(
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue(),
                        ((Number) row[5]).doubleValue()));
    }

    private static <K> Map<K, Usage> sums(List<Row> rows, Function<Row, K> key) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                key, Collectors.reducing(Usage.NONE, Row::usage, Usage::plus)));
    }
}
