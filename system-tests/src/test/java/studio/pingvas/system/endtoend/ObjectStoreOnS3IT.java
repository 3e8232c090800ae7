package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.launcher.Platform;
import studio.pingvas.launcher.PlatformOptions;
import studio.pingvas.platform.store.s3.TestS3;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.PngText;
import studio.pingvas.system.client.Wanted;

/** A platform of its own, whose objects lie in a bucket. */
class ObjectStoreOnS3IT {
    /** Longer than a worker waits for the store in the middle of a job. */
    private static final Duration OUTAGE = Duration.ofSeconds(40);

    private static final int JOBS = 5;

    @TempDir static Path folder;

    private static TestS3 s3;
    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        s3 = new TestS3();
        PlatformOptions options =
                PlatformOptions.in(folder.resolve("platform"))
                        .onPort(RunningPlatform.port() + 100)
                        .withoutPicture()
                        .withSetting("studio.store", "s3")
                        .withSetting("studio.store.s3.endpoint", s3.endpoint().toString())
                        .withSetting("studio.store.s3.bucket", TestS3.BUCKET)
                        .withSetting("studio.store.s3.key-file", TestS3.keyFile(folder).toString());
        platform = Platform.start(options, System.out::println);
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.stop();
        }
        s3.close();
    }

    @Test
    void aPictureComesFromTheBucketToItsOwnerAndToNobodyElse() throws Exception {
        Person person = Person.registeredAt(platform.url());
        JsonNode job = person.completed(person.order(Wanted.aPicture().seed(7)));
        String path = job.get("images").get(0).get("image_url").asText();

        Answer redirect = person.get(path + "?download=1").with(302);

        assertThat(redirect.header("Cache-Control")).isEqualTo("private, max-age=240");
        assertThat(redirect.header("Location")).startsWith(s3.endpoint() + "/" + TestS3.BUCKET);
        assertThat(redirect.toString()).doesNotContain(person.token());
        HttpResponse<byte[]> bytes = fetch(redirect.header("Location"));
        assertThat(bytes.statusCode()).isEqualTo(200);
        assertThat(bytes.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(bytes.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment; filename="));
        assertThat(PngText.decoded(bytes.body()).getWidth()).isEqualTo(128);
        assertThat(thumbnailOf(person, job).statusCode()).isEqualTo(200);
        assertThat(Person.registeredAt(platform.url()).get(path).problem())
                .isEqualTo("404 not-found");

        String image = "images/" + job.get("images").get(0).get("image_id").asText();
        person.delete(image).with(204);
        assertThat(fetch(redirect.header("Location")).statusCode()).isEqualTo(404);
    }

    @Test
    void noJobFailsAndEachIsChargedOnceWhenTheBucketIsAwayForAWhile() throws Exception {
        Person demo = demo();
        long before = demo.balance().get("balance").asLong();
        List<String> ordered =
                IntStream.range(0, JOBS)
                        .mapToObj(i -> demo.order(Wanted.aPicture().seed(i).steps(20)))
                        .toList();

        s3.stop();
        try {
            Thread.sleep(OUTAGE.toMillis());
        } finally {
            s3.start();
        }

        assertThat(folder.resolve("platform/logs/worker-1.log"))
                .content()
                .contains("job postponed");
        List<JsonNode> jobs = ordered.stream().map(demo::completed).toList();
        long used = jobs.stream().mapToLong(job -> job.get("credits_used").asLong()).sum();
        assertThat(demo.balance().get("balance").asLong()).isEqualTo(before - used);
        assertThat(demo.balance().get("held").asLong()).isZero();
        for (JsonNode job : jobs) {
            assertThat(thumbnailOf(demo, job).statusCode()).isEqualTo(200);
        }
    }

    private static Person demo() {
        var account = platform.accounts().demo();
        return Person.knownAt(platform.url(), account.email(), account.password());
    }

    private static HttpResponse<byte[]> thumbnailOf(Person person, JsonNode job) throws Exception {
        String path = job.get("images").get(0).get("thumbnail_url").asText();
        return fetch(person.get(path).with(302).header("Location"));
    }

    private static HttpResponse<byte[]> fetch(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        BodyHandlers.ofByteArray());
    }
}
