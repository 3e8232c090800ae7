package studio.pingvas.generation.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.UsageView;
import studio.pingvas.contracts.generation.UsageView.Day;
import studio.pingvas.contracts.generation.UsageView.ModelUsage;
import studio.pingvas.contracts.generation.UsageView.Usage;
import studio.pingvas.generation.GenerationDatabase;

class JpaGenerationUsageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T23:59:59Z"), ZoneOffset.UTC);

    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private GenerationDatabase database;

    @BeforeEach
    void emptyDatabase() {
        database = GenerationDatabase.empty();
    }

    @Test
    void daysOfUtcAreSummedForTheirOwnerAlone() {
        completed(ann, "2026-11-20 23:59:59.999+00", "tiny", 2, 10);
        completed(ann, "2026-11-21 00:00:00+00", "tiny", 1, 4);
        completed(ann, "2026-11-21 08:00:00+09", "flux", 1, 7);
        completed(bob, "2026-11-21 10:00:00+00", "tiny", 8, 99);
        UsageView usage = usage(TODAY.minusDays(1), TODAY);
        assertThat(usage.days())
                .containsExactly(
                        new Day(TODAY.minusDays(1), new Usage(2, 3, 17, 3.0)),
                        new Day(TODAY, new Usage(1, 1, 4, 1.5)));
        assertThat(usage.totals()).isEqualTo(new Usage(3, 4, 21, 4.5));
        assertThat(usage.byModel())
                .containsExactly(
                        new ModelUsage("tiny", new Usage(2, 3, 14, 3.0)),
                        new ModelUsage("flux", new Usage(1, 1, 7, 1.5)));
    }

    @Test
    void jobThatCameToNothingCountsAsAJobAndNoMore() {
        insert(ann, "2026-11-21 10:00:00+00", "tiny", 4, "'QUEUED', NULL, NULL, NULL, NULL");
        insert(
                ann,
                "2026-11-21 10:00:00+00",
                "tiny",
                4,
                "'CANCELLED', 'CANCELLED', 0, NULL, TIMESTAMPTZ '2026-11-21 10:00:01+00'");
        assertThat(usage(TODAY, TODAY).totals()).isEqualTo(new Usage(2, 0, 0, 0));
    }

    @Test
    void periodIsThirtyDaysToTodayUnlessSaid() {
        List<Day> days = usage(null, null).days();
        assertThat(days).hasSize(30).allMatch(day -> day.usage().equals(Usage.NONE));
        assertThat(days.get(29).day()).isEqualTo(TODAY);
        assertThat(usage(null, TODAY.minusDays(10)).days().get(29).day())
                .isEqualTo(TODAY.minusDays(10));
    }

    @Test
    void periodHasItsLimits() {
        assertThat(usage(TODAY.minusDays(91), TODAY).days()).hasSize(92);
        assertRefused(TODAY.minusDays(92), TODAY);
        assertRefused(TODAY, TODAY.minusDays(1));
        assertRefused(null, LocalDate.MIN);
        assertRefused(LocalDate.MAX, null);
        assertRefused(LocalDate.MIN, LocalDate.MIN);
        assertRefused(LocalDate.MAX, LocalDate.MAX);
        assertRefused(LocalDate.MIN, LocalDate.MAX);
    }

    @Test
    void questionReadsTheJobsOfThePeriodAndNoOthers() {
        GenerationDatabase.DATABASE.execute(
                ("INSERT INTO generation.job (id, user_id, kind, status, tier, tier_rank,"
                     + " max_running, request_sha256, model, prompt, negative_prompt, width,"
                     + " height, steps, cfg_scale, scheduler, seed, image_count, estimated_credits,"
                     + " predicted_seconds, created_at, stages, version) SELECT gen_random_uuid(),"
                     + " CASE WHEN n %% 20 = 0 THEN uuid '%s' ELSE gen_random_uuid() END,"
                     + " 'text-to-image', 'QUEUED', 'FREE', 0, 1, repeat('0', 64), 'tiny', '', '',"
                     + " 1, 1, 1, 0, '', 0, 1, 1, 0, timestamptz '2026-11-22 00:00:00+00' - n *"
                     + " interval '3 minutes', '[]', 0 FROM generate_series(1, 100000) AS n;"
                     + " ANALYZE generation.job")
                        .formatted(ann));
        String plan = planOf(TODAY.minusDays(2), TODAY);
        assertThat(plan).contains("Index Cond: ((user_id =").contains("job_of_user");
        assertThat(plan).doesNotContain("Seq Scan on job").doesNotContain("Rows Removed");
        assertThat(usage(TODAY.minusDays(2), TODAY).totals().jobs()).isCloseTo(72, within(1L));
    }

    private String planOf(LocalDate from, LocalDate to) {
        UsagePeriod period = new UsagePeriod(from, to);
        return database.inTransaction(
                entities -> {
                    List<?> lines =
                            entities.createNativeQuery(
                                            "EXPLAIN (ANALYZE) " + JpaGenerationUsage.SUMS)
                                    .setParameter(1, ann)
                                    .setParameter(2, period.begin())
                                    .setParameter(3, period.end())
                                    .getResultList();
                    return String.join("\n", lines.stream().map(Object::toString).toList());
                });
    }

    private void assertRefused(LocalDate from, LocalDate to) {
        assertThatThrownBy(() -> usage(from, to)).isInstanceOf(InvalidRequestException.class);
    }

    private UsageView usage(LocalDate from, LocalDate to) {
        return database.inTransaction(
                entities -> {
                    JpaGenerationUsage usage = new JpaGenerationUsage();
                    usage.entities = entities;
                    usage.clock = CLOCK;
                    return usage.of(ann, from, to);
                });
    }

    /** A job that ran for a second and a half. */
    private static void completed(
            UUID user, String createdAt, String model, int images, long credits) {
        insert(
                user,
                createdAt,
                model,
                images,
                "'COMPLETED', 'COMPLETED', "
                        + credits
                        + ", TIMESTAMPTZ '2026-11-21 12:00:00+00',"
                        + " TIMESTAMPTZ '2026-11-21 12:00:01.5+00'");
    }

    private static void insert(UUID user, String createdAt, String model, int images, String end) {
        GenerationDatabase.DATABASE.execute(
                ("INSERT INTO generation.job (id, user_id, created_at, model, image_count, status,"
                     + " outcome, credits_used, started_at, outcome_at, kind, tier, tier_rank,"
                     + " max_running, request_sha256, prompt, negative_prompt, width, height,"
                     + " steps, cfg_scale, scheduler, seed, estimated_credits, predicted_seconds,"
                     + " version, stages) VALUES (gen_random_uuid(), '%s', '%s', '%s', %d, %s,"
                     + " 'text-to-image', 'FREE', 0, 1, repeat('0', 64), '', '', 1, 1, 1, 0, '', 0,"
                     + " 100, 0, 0, '[]')")
                        .formatted(user, createdAt, model, images, end));
    }
}
