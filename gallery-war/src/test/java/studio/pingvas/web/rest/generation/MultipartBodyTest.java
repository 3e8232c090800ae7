package studio.pingvas.web.rest.generation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.web.rest.generation.MultipartBody.Part;

class MultipartBodyTest {
    private static final String BOUNDARY = "frontier";

    @Test
    void partsAreFoundByTheirNames() throws IOException {
        Map<String, Part> parts =
                parts(
                        part("request", "{\"prompt\":\"p\"}")
                                + part("image\"; filename=\"a;name=b.png", "bytes")
                                + "--frontier--\r\n");

        assertThat(parts).containsOnlyKeys("request", "image");
        assertThat(text(parts.get("request"))).isEqualTo("{\"prompt\":\"p\"}");
        assertThat(text(parts.get("image"))).isEqualTo("bytes");
    }

    @Test
    void nameMayStandWithoutQuotesAndAfterTheFileName() throws IOException {
        assertThat(
                        parts(
                                "--frontier\r\n"
                                        + "CONTENT-DISPOSITION: form-data; filename=\"x\";"
                                        + " name=mask\r\n"
                                        + "Content-Type: image/png\r\n\r\n"
                                        + "M\r\n"
                                        + "--frontier--"))
                .containsOnlyKeys("mask");
    }

    @Test
    void partMayBeEmptyAndPreambleAndEpilogueAreSkipped() throws IOException {
        Map<String, Part> parts =
                parts("hello\r\n" + part("image", "") + "--frontier--\r\nbye --frontier");

        assertThat(parts.get("image").length()).isZero();
    }

    @Test
    void bytesThatAreAlmostTheBoundaryBelongToThePart() throws IOException {
        String content = "\r\n--frontie\r\n--\r\n\r\n-frontier--\r";

        assertThat(text(parts(part("image", content) + "--frontier--").get("image")))
                .isEqualTo(content);
    }

    @Test
    void largePartComesThroughBitForBit() throws IOException {
        byte[] content = new byte[5_000_000];
        new Random(1).nextBytes(content);
        // Where a window ends there may be the beginning of a delimiter.
        System.arraycopy("\r\n--front".getBytes(ISO_8859_1), 0, content, (1 << 16) - 60, 9);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] head = part("image", "").getBytes(ISO_8859_1);
        // Without the line break that ends the empty part.
        body.write(head, 0, head.length - 2);
        body.write(content);
        body.write("\r\n--frontier--".getBytes(ISO_8859_1));

        Part part =
                MultipartBody.spool(new ByteArrayInputStream(body.toByteArray()))
                        .parts(BOUNDARY)
                        .get("image");

        assertThat(part.bytes()).isEqualTo(content);
    }

    @Test
    void delimiterIsFoundWhereverItLies() throws IOException {
        for (int length = (1 << 16) - 80; length < (1 << 16) + 20; length++) {
            String content = "x".repeat(length);
            assertThat(parts(part("image", content) + "--frontier--").get("image").length())
                    .isEqualTo(length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--frontier",
                "--frontier\r\n",
                "no boundary at all",
                "--frontier\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
                "--frontier\r\nContent-Type: text/plain\r\n\r\nno name\r\n--frontier--",
                "--frontier\r\n"
                        + "Content-Disposition: form-data; filename=\"a\"\r\n\r\n\r\n"
                        + "--frontier--"
            })
    void bodyThatIsNotWellFormedIsRefused(String body) {
        assertThatThrownBy(() -> parts(body)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void endlessHeadersAreRefused() {
        String body = "--frontier\r\nX: " + "x".repeat(5_000) + "\r\n\r\n\r\n--frontier--";

        assertThatThrownBy(() -> parts(body)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void partThatComesTwiceAndTooManyPartsAreRefused() {
        assertThatThrownBy(() -> parts(part("a", "") + part("a", "") + "--frontier--"))
                .hasMessageContaining("twice");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            many.append(part("p" + i, ""));
        }
        assertThatThrownBy(() -> parts(many + "--frontier--")).hasMessageContaining("more than 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ä"})
    void boundaryThatIsNoneIsRefused(String boundary) {
        assertThatThrownBy(() -> MultipartBody.spool(stream("x")).parts(boundary))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> MultipartBody.spool(stream("x")).parts(null))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void uploadThatBreaksOffLeavesNoFile() throws IOException {
        long before = uploads();
        InputStream broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[100_000]),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("gone");
                            }
                        });

        assertThatThrownBy(() -> MultipartBody.spool(broken)).hasMessage("gone");
        MultipartBody whole = MultipartBody.spool(stream(part("a", "1") + "--frontier--"));

        assertThat(uploads()).isEqualTo(before);
        assertThat(text(whole.parts(BOUNDARY).get("a"))).isEqualTo("1");
    }

    private static long uploads() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload")).count();
        }
    }

    private static Map<String, Part> parts(String body) throws IOException {
        return MultipartBody.spool(stream(body)).parts(BOUNDARY);
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(ISO_8859_1));
    }

    private static String part(String name, String content) {
        return "--frontier\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"\r\n\r\n"
                + content
                + "\r\n";
    }

    private static String text(Part part) throws IOException {
        return new String(part.bytes(), ISO_8859_1);
    }
}
