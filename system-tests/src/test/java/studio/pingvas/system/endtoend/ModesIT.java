package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Form;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.PngText;
import studio.pingvas.system.client.Pngs;
import studio.pingvas.system.client.Wanted;

/** What begins with a picture, and what goes on after one. */
class ModesIT {
    private static final String WORDS = "{\"prompt\":\"a red house\",\"steps\":4,\"seed\":7";

    private static Person person;
    private static JsonNode house;
    private static String houseId;

    @BeforeAll
    static void paintAHouse() {
        person = EndToEnd.newcomer();
        house = person.completed(person.order(Wanted.aPicture().seed(7)));
        houseId = house.get("images").get(0).get("image_id").asText();
    }

    @Test
    void pictureOfTheGalleryIsPaintedOver() {
        JsonNode job = made("image-to-image", WORDS + ",\"strength\":0.5," + image(houseId) + "}");

        assertThat(job.get("kind").asText()).isEqualTo("image-to-image");
        assertThat(job.at("/stages/0/image_id").asText()).isEqualTo(houseId);
        assertThat(job.get("total_steps").asInt()).isEqualTo(2);
        assertThat(job.get("credits_used")).isEqualTo(job.get("estimated_credits"));
        assertThat(person.picture(job, 0)).isNotEqualTo(person.picture(house, 0));
    }

    @Test
    void littleStrengthLeavesMoreOfThePicture() {
        byte[] sky = Pngs.plain(128, 128, Color.BLUE);

        double little = distance(painted(sky, 0.25), sky);
        double all = distance(painted(sky, 1), sky);

        assertThat(little).isLessThan(all);
    }

    @Test
    void paintedOverPictureTakesTheFormOfTheUpload() {
        byte[] wide = Pngs.plain(600, 600, Color.GREEN);

        JsonNode job = made("image-to-image", Form.with("request", WORDS + "}").and("image", wide));

        assertThat(job.get("width").asInt()).isEqualTo(job.get("height").asInt());
        assertThat(PngText.decoded(person.picture(job, 0)).getWidth())
                .isEqualTo(job.get("width").asInt());
    }

    @Test
    void maskDecidesWhatIsPaintedAnew() {
        byte[] sky = Pngs.plain(128, 128, Color.BLUE);
        byte[] mask = Pngs.maskOfLeftHalf(128, 128);

        JsonNode job =
                made(
                        "inpaint",
                        Form.with(
                                        "request",
                                        WORDS + ",\"strength\":1,\"width\":128,\"height\":128}")
                                .and("image", sky)
                                .and("mask", mask));

        BufferedImage result = PngText.decoded(person.picture(job, 0));
        assertThat(result.getRGB(120, 64)).isEqualTo(Color.BLUE.getRGB());
        assertThat(distanceInColumn(result, 10, Color.BLUE)).isGreaterThan(20);
    }

    @Test
    void pictureIsEnlargedTwiceAndFourTimes() {
        JsonNode two = made("upscale", "{" + image(houseId) + "}");
        JsonNode four =
                made(
                        "upscale",
                        Form.with("request", "{\"scale\":4}")
                                .and("image", Pngs.plain(50, 30, Color.RED)));

        assertThat(PngText.decoded(person.picture(two, 0)).getWidth()).isEqualTo(256);
        BufferedImage red = PngText.decoded(person.picture(four, 0));
        assertThat(red.getWidth()).isEqualTo(200);
        assertThat(red.getHeight()).isEqualTo(120);
        assertThat(red.getRGB(100, 60)).isEqualTo(Color.RED.getRGB());
        assertThat(person.get("images/" + two.at("/images/0/image_id").asText()).status())
                .isEqualTo(200);
    }

    @Test
    void workflowDoesOneThingAfterAnother() {
        JsonNode job =
                made(
                        "workflow",
                        "{\"steps\":[{\"kind\":\"text-to-image\",\"prompt\":\"a red"
                                + " house\",\"steps\":4},{\"kind\":\"upscale\",\"scale\":2},"
                                + "{\"kind\":\"image-to-image\",\"strength\":0.5,\"steps\":4},"
                                + "{\"kind\":\"upscale\",\"scale\":2}]}");

        assertThat(job.get("kind").asText()).isEqualTo("workflow");
        assertThat(job.get("stages")).hasSize(4);
        assertThat(job.at("/stages/2/prompt").asText()).isEqualTo("a red house");
        assertThat(job.get("width").asInt()).isEqualTo(512);
        assertThat(PngText.decoded(person.picture(job, 0)).getWidth()).isEqualTo(512);
        assertThat(person.images().get(0).get("prompt").asText()).isEqualTo("a red house");
    }

    @Test
    void estimateOfEachKindIsItsPrice() {
        for (String kind : List.of("image-to-image", "upscale")) {
            String fields = kind.equals("upscale") ? "{" : WORDS + ",";
            String json = fields + image(houseId) + "}";
            JsonNode estimate =
                    person.post("generate/estimate", json.replaceFirst("\\{", "{" + kind(kind)))
                            .with(200)
                            .json();

            assertThat(made(kind, json).get("credits_used"))
                    .isEqualTo(estimate.get("estimated_credits"));
        }
    }

    @Test
    void uploadIsDeletedWhenItsJobHasEnded() throws IOException {
        made("upscale", Form.with("request", "{}").and("image", Pngs.plain(20, 20, Color.RED)));

        Eventually.get(
                Duration.ofSeconds(60), "end of the uploads", ModesIT::inputs, files -> files == 0);
        assertThat(
                        Database.number(
                                "SELECT count(*) FROM generation.input_object WHERE user_id = ?",
                                person.id()))
                .isZero();
    }

    @Test
    void sameKeyWithAnotherFileIsAnotherRequest() {
        String key = java.util.UUID.randomUUID().toString();
        Form red = Form.with("request", "{}").and("image", Pngs.plain(20, 20, Color.RED));
        Form blue = Form.with("request", "{}").and("image", Pngs.plain(20, 20, Color.BLUE));

        Answer first = person.submit("upscale", red, key).with(202);
        Answer again = person.submit("upscale", red, key).with(202);

        assertThat(again.json().get("job_id")).isEqualTo(first.json().get("job_id"));
        assertThat(person.submit("upscale", blue, key).problem())
                .isEqualTo("422 idempotency-key-reused");
        person.completed(first.json().get("job_id").asText());
    }

    @Test
    void pictureOfSomebodyElseIsNotFound() {
        Person stranger = EndToEnd.newcomer();

        for (String kind : List.of("image-to-image", "upscale")) {
            String fields = kind.equals("upscale") ? "{" : WORDS + ",";
            assertThat(stranger.submit(kind, fields + image(houseId) + "}").problem())
                    .isEqualTo("404 not-found");
        }
        assertThat(
                        stranger.submit(
                                        "inpaint",
                                        Form.with(
                                                        "request",
                                                        WORDS + ",\"mask_id\":\"" + houseId + "\"}")
                                                .and("image", Pngs.plain(128, 128, Color.RED)))
                                .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void loraThatNobodyHasFailsTheJobAndCostsNothing() {
        String json = WORDS + ",\"loras\":[{\"id\":\"no-such\",\"weight\":1}]}";

        JsonNode job =
                person.ended(
                        person.submit("text-to-image", json)
                                .with(202)
                                .json()
                                .get("job_id")
                                .asText());

        assertThat(job.get("status").asText()).isEqualTo("failed");
        assertThat(job.at("/error/code").asText()).isEqualTo("lora-not-found");
        assertThat(job.get("credits_refunded")).isEqualTo(job.get("estimated_credits"));
    }

    private static JsonNode made(String kind, String json) {
        return person.completed(person.submit(kind, json).with(202).json().get("job_id").asText());
    }

    private static JsonNode made(String kind, Form form) {
        return person.completed(person.submit(kind, form).with(202).json().get("job_id").asText());
    }

    private static byte[] painted(byte[] start, double strength) {
        String json = WORDS + ",\"width\":128,\"height\":128,\"strength\":" + strength + "}";
        return person.picture(
                made("image-to-image", Form.with("request", json).and("image", start)), 0);
    }

    private static String image(String id) {
        return "\"image_id\":\"" + id + "\"";
    }

    private static String kind(String kind) {
        return "\"kind\":\"" + kind + "\",";
    }

    private static double distance(byte[] one, byte[] other) {
        BufferedImage left = PngText.decoded(one);
        BufferedImage right = PngText.decoded(other);
        double sum = 0;
        for (int y = 0; y < left.getHeight(); y++) {
            for (int x = 0; x < left.getWidth(); x++) {
                sum += distance(left.getRGB(x, y), right.getRGB(x, y));
            }
        }
        return sum;
    }

    private static double distanceInColumn(BufferedImage image, int x, Color color) {
        double sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            sum += distance(image.getRGB(x, y), color.getRGB());
        }
        return sum / image.getHeight();
    }

    private static double distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return Math.sqrt(red * red + green * green + blue * blue);
    }

    private static long inputs() {
        Path folder = RunningPlatform.data().resolve("objects/users/" + person.id() + "/inputs");
        if (Files.notExists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
