package studio.pingvas.generation.news;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.forecast.ForecastsForTests;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.control.JobMeasured;
import studio.pingvas.generation.jobs.control.JobViews;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.line.entity.OwnLine;
import studio.pingvas.generation.line.entity.Place;
import studio.pingvas.platform.json.Json;

class JobNewsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final JobNews news = new JobNews();
    private final GenerationJob job = Samples.aJob();

    JobNewsTest() {
        news.times = ForecastsForTests.withoutExperience();
        news.views = new JobViews();
        news.recipes = new RecentRecipes();
        job.enqueue(new Place(1, NOW, OwnLine.empty()));
        job.startOn("worker", new Attempt(1, 1), NOW);
    }

    @Test
    void acceptedJobIsToldWithThePlaceAndTheTimeThatItWasPromised() {
        GenerationJob accepted = Samples.aJob();
        accepted.tell(new Eta(1, 2, 3.5, 8.5), 4, 2);

        JsonNode frame =
                Json.read(news.of(changed(accepted, JobEventType.QUEUED)).frame(), JsonNode.class);
        assertThat(frame.get("type").asText()).isEqualTo("queued");
        assertThat(frame.get("position").asInt()).isEqualTo(4);
        assertThat(frame.get("people_ahead").asInt()).isEqualTo(2);
        assertThat(frame.get("estimated_time").asDouble()).isEqualTo(3.5);
        assertThat(frame.get("estimated_time_p90").asDouble()).isEqualTo(8.5);
    }

    @Test
    void acceptedJobOfAPausedTierIsPromisedNoTime() {
        GenerationJob accepted = Samples.aJob();
        accepted.tell(null, 4, 2);

        JsonNode frame =
                Json.read(news.of(changed(accepted, JobEventType.QUEUED)).frame(), JsonNode.class);
        assertThat(frame.get("position").asInt()).isEqualTo(4);
        assertThat(frame.has("estimated_time")).isFalse();
    }

    @Test
    void jobThatWaitsOnceMoreIsLookedFor() {
        assertThat(news.of(changed(JobEventType.QUEUED)).frame()).isNull();
    }

    @Test
    void startIsToldWithItsStepsAndItsTime() {
        RecordedEvent event = news.of(changed(JobEventType.STARTED));

        assertThat(event.told()).isTrue();
        assertThat(event.userId()).isEqualTo(job.userId());
        JsonNode frame = Json.read(event.frame(), JsonNode.class);
        assertThat(frame.get("type").asText()).isEqualTo("progress");
        assertThat(frame.get("seq").asLong()).isEqualTo(4);
        assertThat(frame.get("job_id").asText()).isEqualTo(job.id().toString());
        assertThat(frame.get("current_step").asInt()).isZero();
        assertThat(frame.get("total_steps").asInt()).isEqualTo(job.asked().totalSteps());
        assertThat(frame.get("estimated_time").asDouble()).isPositive();
    }

    @Test
    void completedJobIsToldWithTheRecipeOfItsFirstPicture() {
        end(JobStatus.COMPLETED, 2, 0);
        news.recipes.onMeasured(new JobMeasured(job.id(), 0.1, "{\"seed\":7}"));

        JsonNode frame =
                Json.read(news.of(changed(JobEventType.COMPLETED)).frame(), JsonNode.class);
        assertThat(frame.get("type").asText()).isEqualTo("completed");
        assertThat(frame.get("credits_used").asLong()).isEqualTo(2);
        assertThat(frame.at("/result/metadata/seed").asInt()).isEqualTo(7);
        assertThat(frame.at("/result/image_id").asText())
                .isEqualTo(job.imageIds().get(0).toString());
    }

    @Test
    void completedJobWhoseRecipeIsGoneIsLookedFor() {
        end(JobStatus.COMPLETED, 2, 0);
        news.recipes.onMeasured(new JobMeasured(job.id(), 0.1, "{}"));
        for (int other = 0; other < RecentRecipes.MOST; other++) {
            news.recipes.onMeasured(new JobMeasured(UUID.randomUUID(), 0.1, "{}"));
        }

        assertThat(news.of(changed(JobEventType.COMPLETED)).frame()).isNull();
    }

    @Test
    void frameThatIsTooLongForAMessageIsLookedFor() {
        end(JobStatus.COMPLETED, 2, 0);
        String words = "a".repeat(JobNews.LONGEST_FRAME - 100);
        news.recipes.onMeasured(
                new JobMeasured(job.id(), 0.1, "{\"prompt\":\"%s\"}".formatted(words)));

        assertThat(news.of(changed(JobEventType.COMPLETED)).frame()).isNull();
    }

    @Test
    void recipeThatFitsIntoNoFrameIsNotKept() {
        news.recipes.onMeasured(new JobMeasured(job.id(), 0.1, "a".repeat(20_000)));

        assertThat(news.recipes.take(job.id())).isEmpty();
    }

    @Test
    void cancelledJobIsToldWithWhatComesBack() {
        end(JobStatus.CANCELLED, 0, 2);

        JsonNode frame =
                Json.read(news.of(changed(JobEventType.CANCELLED)).frame(), JsonNode.class);
        assertThat(frame.get("type").asText()).isEqualTo("cancelled");
        assertThat(frame.get("credits_refunded").asLong()).isEqualTo(2);
    }

    @Test
    void whatOwnersAreNotToldCountsByItsNumberAlone() {
        RecordedEvent event = news.of(changed(JobEventType.DISPATCHED));

        assertThat(event.told()).isFalse();
        assertThat(event.seq()).isEqualTo(4);
        assertThat(event.frame()).isNull();
    }

    @Test
    void placesInTheLineAreLookedFor() {
        RecordedEvent event = news.of(changed(JobEventType.POSITION));

        assertThat(event.told()).isTrue();
        assertThat(event.frame()).isNull();
    }

    private void end(JobStatus status, long used, long refunded) {
        job.decide(status, Actor.SYSTEM, NOW);
        job.end(used, refunded, NOW);
    }

    private JobChanged changed(JobEventType type) {
        return changed(job, type);
    }

    private static JobChanged changed(GenerationJob job, JobEventType type) {
        return new JobChanged(job.id(), job.userId(), 4, type, true, false, job);
    }
}
