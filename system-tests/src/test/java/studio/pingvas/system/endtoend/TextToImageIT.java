package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.PngText;
import studio.pingvas.system.client.Wanted;

class TextToImageIT {
    private static final Wanted HOUSE = Wanted.aPicture().of("a red house by the sea at night");

    private final Person person = EndToEnd.newcomer();

    @Test
    void promptBecomesAPictureInTheGallery() {
        Answer accepted = person.submit(Wanted.aPicture().of("a lighthouse at sunset").seed(11));
        String jobId = accepted.with(202).json().get("job_id").asText();
        assertThat(accepted.header("Location")).endsWith("/api/v1/queue/items/" + jobId);
        assertThat(accepted.json().get("seed").asLong()).isEqualTo(11);
        assertThat(accepted.json().get("status").asText()).isEqualTo("queued");

        JsonNode job = person.completed(jobId);

        assertThat(job.get("progress").asInt()).isEqualTo(100);
        assertThat(job.get("credits_used")).isEqualTo(accepted.json().get("estimated_credits"));
        assertThat(job.get("images")).hasSize(1);
        JsonNode image = person.images().get(0);
        assertThat(image.get("id")).isEqualTo(job.get("images").get(0).get("image_id"));
        assertThat(image.get("prompt").asText()).isEqualTo("a lighthouse at sunset");
        assertThat(image.get("bytes").asLong()).isEqualTo(person.picture(job, 0).length);
        assertThat(person.get("queue/items/" + jobId + "/events").with(200).json().get("items"))
                .extracting(entry -> entry.get("type").asText())
                .containsSubsequence(
                        "quoted",
                        "held",
                        "queued",
                        "dispatched",
                        "started",
                        "completed",
                        "settled");
    }

    @Test
    void sameSeedMakesTheSameFileAndAnotherSeedAnotherPicture() {
        byte[] first = pictureOf(HOUSE.seed(7));
        byte[] again = pictureOf(HOUSE.seed(7));
        byte[] other = pictureOf(HOUSE.seed(8));

        assertThat(PngText.pixels(again)).isEqualTo(PngText.pixels(first));
        assertThat(PngText.pixels(other)).isNotEqualTo(PngText.pixels(first));
    }

    @Test
    void pictureCarriesItsRecipe() {
        byte[] png = pictureOf(HOUSE.seed(7).steps(5).with("cfg_scale", 3.5));

        Map<String, String> texts = PngText.of(png);

        assertThat(texts.get("parameters"))
                .startsWith("a red house by the sea at night")
                .contains("Steps: 5")
                .contains("CFG scale: 3.5")
                .contains("Seed: 7")
                .contains("Size: 128x128");
        assertThat(texts).hasSizeGreaterThan(1);
    }

    @Test
    void pictureThatWasMadeAmongFourEqualsOneOfItsOwn() {
        Person demo = EndToEnd.demo();

        JsonNode four = demo.completed(demo.order(HOUSE.seed(100).with("count", 4)));

        assertThat(four.get("images")).hasSize(4);
        assertThat(PngText.pixels(demo.picture(four, 2)))
                .isEqualTo(PngText.pixels(pictureOf(HOUSE.seed(102))));
    }

    @Test
    void largerSizeIsMadeAsAsked() {
        byte[] png = pictureOf(HOUSE.size(256, 256));

        assertThat(PngText.decoded(png).getWidth()).isEqualTo(256);
        assertThat(PngText.decoded(png).getHeight()).isEqualTo(256);
    }

    @Test
    void serverChoosesAndTellsTheSeedWhenNoneIsGiven() {
        JsonNode accepted = person.submit(HOUSE).with(202).json();

        JsonNode job = person.completed(accepted.get("job_id").asText());

        assertThat(job.get("seed")).isEqualTo(accepted.get("seed"));
        assertThat(PngText.of(person.picture(job, 0)).get("parameters"))
                .contains("Seed: " + accepted.get("seed").asLong());
    }

    @Test
    void thumbnailIsWebpAndBytesAreCachedPrivately() {
        JsonNode image = person.completed(person.order(HOUSE)).get("images").get(0);

        Answer file = person.get(image.get("image_url").asText()).with(200);
        Answer thumbnail = person.get(image.get("thumbnail_url").asText()).with(200);

        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(file.header("ETag")).isNotEmpty();
        assertThat(file.header("Cache-Control")).contains("private");
        assertThat(thumbnail.header("Content-Type")).isEqualTo("image/webp");
        assertThat(new String(thumbnail.bytes(), 8, 4, StandardCharsets.US_ASCII))
                .isEqualTo("WEBP");
    }

    @Test
    void deletedPictureIsGone() {
        JsonNode image = person.completed(person.order(HOUSE)).get("images").get(0);
        String path = "images/" + image.get("image_id").asText();
        person.get(path).with(200);

        assertThat(person.delete(path).status()).isEqualTo(204);

        assertThat(person.get(path).problem()).isEqualTo("404 not-found");
        assertThat(person.get(path + "/file").problem()).isEqualTo("404 not-found");
        assertThat(person.images()).isEmpty();
    }

    @Test
    void cancelledJobGivesItsCreditsBack() {
        person.order(Wanted.aPicture().steps(30));
        String waiting = person.order(Wanted.aPicture());

        Answer cancelled = person.delete("queue/items/" + waiting);

        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(person.ended(waiting).get("status").asText()).isEqualTo("cancelled");
        assertThat(person.job(waiting).get("images")).isEmpty();
    }

    @Test
    void finishedJobCannotBeCancelled() {
        String jobId = person.order(HOUSE);
        person.completed(jobId);

        assertThat(person.delete("queue/items/" + jobId).problem())
                .isEqualTo("409 already-finished");
    }

    @Test
    void estimateIsWhatIsCharged() {
        JsonNode estimate = person.post("generate/estimate", HOUSE.json()).with(200).json();

        JsonNode job = person.completed(person.order(HOUSE));

        assertThat(job.get("credits_used")).isEqualTo(estimate.get("estimated_credits"));
        assertThat(person.balance().get("balance").asLong())
                .isEqualTo(1_000 - estimate.get("estimated_credits").asLong());
    }

    private byte[] pictureOf(Wanted wanted) {
        return person.picture(person.completed(person.order(wanted)), 0);
    }
}
