package studio.pingvas.platform.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.platform.store.ObjectStore;
import studio.pingvas.platform.store.ObjectStoreContract;

class S3ObjectStoreTest implements ObjectStoreContract {
    private static TestS3 s3;

    @TempDir Path folder;

    private S3ObjectStore store;

    @BeforeAll
    static void startServer() throws Exception {
        s3 = new TestS3();
    }

    @AfterAll
    static void stopServer() throws Exception {
        s3.close();
    }

    @BeforeEach
    void openStore() throws IOException {
        store = new S3ObjectStore(settings(s3.endpoint(), TestS3.keyFile(folder)));
        for (String top : new String[] {"users", "large", "a", "many", "more", "f"}) {
            store.deleteAllBelow(top);
        }
    }

    @AfterEach
    void closeStore() {
        s3.partToFail.set(0);
        store.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public void fill(List<String> keys) {
        keys.forEach(s3::put);
    }

    @Test
    void aPartThatFailsLeavesNothingHalf() throws IOException {
        s3.partToFail.set(3);

        assertThatThrownBy(() -> store.put("large/x", new byte[20 << 20], "image/png"))
                .isInstanceOf(IOException.class);

        assertThat(s3.unfinishedUploads()).isZero();
        assertThat(store.list("large", null, 10)).isEmpty();
        s3.partToFail.set(0);
        store.put("large/x", new byte[20 << 20], "image/png");
        assertThat(store.list("large", null, 10)).hasSize(1);
    }

    @Test
    void whoHasThePresignedAddressReadsTheObjectAsWeSaid() throws Exception {
        store.put("a/original.png", "bytes".getBytes(UTF_8), "application/octet-stream");

        HttpResponse<String> answer = get(presigned("a/original.png"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("bytes");
        assertThat(answer.headers().firstValue("content-type")).contains("image/png");
        assertThat(answer.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"x.png\"");
    }

    @Test
    void aPresignedAddressIsGoodForThatObjectAndAnswerAlone() throws Exception {
        store.put("a/mine", "mine".getBytes(UTF_8), "image/png");
        store.put("a/other", "other".getBytes(UTF_8), "image/png");
        String url = presigned("a/mine").toString();

        assertThat(url).contains("X-Amz-Expires=300").doesNotContain("only-for-tests");
        assertThat(get(URI.create(url.replace("a/mine", "a/other"))).statusCode()).isEqualTo(403);
        assertThat(get(URI.create(url.replace("image%2Fpng", "text%2Fhtml"))).statusCode())
                .isEqualTo(403);
        assertThat(get(URI.create(url.replace("Expires=300", "Expires=3000"))).statusCode())
                .isEqualTo(403);
        assertThat(get(URI.create(url.replaceAll("\\?.*", ""))).statusCode()).isEqualTo(403);
    }

    @Test
    void addressesForBrowsersNameTheStoreAsTheyReachIt() throws IOException {
        URI outside = URI.create("https://pictures.example.org");
        S3Settings settings =
                new S3Settings(
                        s3.endpoint(), outside, "us-east-1", TestS3.BUCKET, TestS3.keyFile(folder));
        try (S3ObjectStore other = new S3ObjectStore(settings)) {
            assertThat(other.presignedGet("a/b", "image/png", "inline").orElseThrow().toString())
                    .startsWith("https://pictures.example.org/pictures/a/b?");
        }
    }

    @Test
    void wrongKeysAreAFailureThatDoesNotTellThem() throws IOException {
        Path keys = TestS3.keyFile(folder, "a-wrong-secret");
        try (S3ObjectStore stranger = new S3ObjectStore(settings(s3.endpoint(), keys))) {
            assertThatThrownBy(stranger::probe)
                    .isInstanceOf(IOException.class)
                    .hasMessageNotContaining("a-wrong-secret");
            assertThatThrownBy(() -> stranger.open("a/b"))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
            // The file is read again at each call: a key can be changed under way.
            TestS3.keyFile(folder);
            stranger.probe();
        }
    }

    @Test
    void withoutAKeyFileNothingWorksAndTheFileIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        try (S3ObjectStore stranger = new S3ObjectStore(settings(s3.endpoint(), nowhere))) {
            assertThatThrownBy(stranger::probe)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(nowhere.toString());
        }
    }

    @Test
    void aMissingBucketIsNoMissingObject() throws IOException {
        S3Settings settings =
                new S3Settings(
                        s3.endpoint(),
                        s3.endpoint(),
                        "us-east-1",
                        "no-such-bucket",
                        TestS3.keyFile(folder));
        try (S3ObjectStore other = new S3ObjectStore(settings)) {
            assertThatThrownBy(() -> other.open("a/b"))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(other::probe).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aServerThatIsAwayIsAFailureAndWorksAgainWhenItIsBack() throws Exception {
        store.put("a/b", "x".getBytes(UTF_8), "text/plain");
        s3.stop();
        long start = System.nanoTime();
        assertThatThrownBy(() -> store.put("a/c", new byte[1], "text/plain"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(store::probe).isInstanceOf(IOException.class);
        assertThat(since(start)).isLessThan(Duration.ofSeconds(28));

        s3.start();

        store.probe();
        try (InputStream in = store.open("a/b")) {
            assertThat(in.readAllBytes()).hasSize(1);
        }
    }

    @Test
    void aServerThatHangsIsAFailureWithinTheTimeLimit() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                S3ObjectStore hanging =
                        new S3ObjectStore(
                                settings(
                                        URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                                        TestS3.keyFile(folder)))) {
            long start = System.nanoTime();
            assertThatThrownBy(hanging::probe).isInstanceOf(IOException.class);
            assertThat(since(start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private URI presigned(String key) {
        return store.presignedGet(key, "image/png", "attachment; filename=\"x.png\"").orElseThrow();
    }

    private static S3Settings settings(URI endpoint, Path keyFile) {
        return new S3Settings(endpoint, endpoint, "us-east-1", TestS3.BUCKET, keyFile);
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
