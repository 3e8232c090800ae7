package studio.pingvas.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.worker.model.ModelCopy;

class SelfTestRunTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void thisMachineMakesTheGoldenPictures() throws IOException {
        assertThat(run(Demonstration.MODELS)).as(said()).isTrue();

        assertThat(said())
                .startsWith("Self test on cpu: ")
                .containsPattern("text-to-image +ok +[0-9.]+ s  the same ")
                .containsPattern("image-to-image +ok +[0-9.]+ s  the same ")
                .containsPattern("inpaint +ok +[0-9.]+ s  the same ")
                .containsPattern("upscale +ok +[0-9.]+ s  the same bytes")
                .endsWith("All is as it should be.\n");
        assertThat(folder.resolve("pictures/text-to-image.png")).isNotEmptyFile();
    }

    @Test
    void modelThatPaintsSomethingElseFails() throws IOException {
        ModelCopy copy = ModelCopy.in(folder.resolve("models"));
        copy.replaceInManifest("\"shift\": 0.0", "\"shift\": 0.05");

        assertThat(run(copy.root())).isFalse();
        assertThat(said())
                .containsPattern("text-to-image +FAIL +[0-9.]+ s  another picture: differs by")
                .endsWith("This machine makes other pictures.\n");
    }

    @Test
    void modelThatIsMissingFailsWithTheReason() throws IOException {
        assertThat(run(folder)).isFalse();
        assertThat(said()).contains("The model \"tiny\" is not installed");
    }

    @Test
    void settingsThatAreWrongAreNamed() {
        environment.put("STUDIO_THREADS", "many");

        assertThatThrownBy(() -> run(Demonstration.MODELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("STUDIO_THREADS");
    }

    private boolean run(Path models) throws IOException {
        environment.put("STUDIO_MODELS_PATH", models.toString());
        environment.put("STUDIO_NATIVE_CACHE", System.getProperty("studio.test.native.cache"));
        environment.put("STUDIO_DEVICE", "cpu");
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return SelfTestRun.run(environment, print, folder.resolve("pictures"));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
