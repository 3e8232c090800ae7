package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.system.Database;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Form;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Pngs;

/** Files that hostile people send. */
class UploadsIT {
    private static final String WORDS = "{\"prompt\":\"a red house\",\"steps\":4}";
    private static final String UPSCALE = "/api/v1/generate/upscale";
    private static final byte[] RED = Pngs.plain(64, 64, Color.RED);

    private static Person person;

    @BeforeAll
    static void register() {
        person = EndToEnd.newcomer();
    }

    static Stream<Arguments> uploads() {
        return Stream.of(
                arguments("svg", text("<svg/>"), "415 image-format-not-supported"),
                arguments("html", text("<html><script>"), "415 image-format-not-supported"),
                arguments("gif", text("GIF89a"), "415 image-format-not-supported"),
                arguments("nothing", new byte[0], "415 image-format-not-supported"),
                arguments("torn", Arrays.copyOf(RED, 40), "422 image-invalid"),
                arguments(
                        "too many pixels",
                        Pngs.plain(4200, 4200, Color.RED),
                        "422 image-too-large"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("uploads")
    void fileIsRefused(String what, byte[] file, String problem) {
        Answer answer =
                person.submit("image-to-image", Form.with("request", WORDS).and("image", file));

        assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments(Form.with("request", WORDS), "/image_id"),
                arguments(Form.with("image", "x"), "/request"),
                arguments(Form.with("request", WORDS).and("picture", RED), "/picture"),
                arguments(Form.with("request", WORDS).and("image", RED).and("mask", RED), "/mask"),
                arguments(Form.with("request", "{").and("image", RED), ""),
                arguments(Form.with("request", "{\"stepz\":1}").and("image", RED), "/stepz"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formIsRefused(Form form, String pointer) {
        Answer answer = person.submit("image-to-image", form);

        assertThat(answer.problem()).isEqualTo("400 invalid-request");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void maskOfAnotherSizeIsRefused() {
        Answer answer =
                person.submit(
                        "inpaint",
                        Form.with("request", WORDS)
                                .and("image", RED)
                                .and("mask", Pngs.maskOfLeftHalf(64, 32)));

        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/mask_id");
    }

    @Test
    void uploadThatAnnouncesTooMuchIsRefusedUnread() throws IOException {
        try (Socket socket = new Socket(EndToEnd.url().getHost(), EndToEnd.url().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(headOfUpload(UPSCALE, "Content-Length: " + (102 << 20)));

            assertThat(statusOf(socket)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void pageThatWantsNoFileTakesNone() throws IOException {
        try (Socket socket = new Socket(EndToEnd.url().getHost(), EndToEnd.url().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(headOfUpload("/login.xhtml", "Content-Length: " + (1 << 20)));

            assertThat(statusOf(socket)).isEqualTo("HTTP/1.1 415");
        }
    }

    @Test
    void uploadThatNeverEndsIsCutOff() throws IOException {
        try (Socket socket = new Socket(EndToEnd.url().getHost(), EndToEnd.url().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(headOfUpload(UPSCALE, "Transfer-Encoding: chunked"));

            int sent = 0;
            while (sent < 200 && takesAnotherMegabyte(socket)) {
                sent++;
            }

            assertThat(sent).isBetween(100, 199);
            assertThat(statusOf(socket)).isIn("HTTP/1.1 413", "closed");
        }
    }

    private static byte[] headOfUpload(String path, String length) {
        return text(
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer "
                        + person.token()
                        + "\r\nContent-Type: "
                        + Form.contentType()
                        + "\r\n"
                        + length
                        + "\r\n\r\n");
    }

    private static boolean takesAnotherMegabyte(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(text("100000\r\n"));
            out.write(new byte[1 << 20]);
            out.write(text("\r\n"));
            return socket.getInputStream().available() == 0;
        } catch (IOException closedByServer) {
            return false;
        }
    }

    /** Whoever is still sending when the answer comes may lose it. */
    private static String statusOf(Socket socket) {
        try {
            byte[] head = socket.getInputStream().readNBytes(12);
            return head.length < 12 ? "closed" : new String(head, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "closed";
        }
    }

    @Test
    void nothingOfARefusedUploadIsKept() {
        uploads()
                .forEach(
                        upload ->
                                person.submit(
                                        "image-to-image",
                                        Form.with("request", WORDS)
                                                .and("image", (byte[]) upload.get()[1])));

        assertThat(
                        Database.number(
                                "SELECT count(*) FROM generation.input_object WHERE user_id = ?",
                                person.id()))
                .isZero();
        assertThat(person.balance().get("available").asLong()).isEqualTo(1_000);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
