package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import studio.pingvas.launcher.client.PictureRequest;

class WorkflowOptionsTest {
    private static final String ID = "0197a1b2-0000-7000-8000-000000000001";

    @TempDir private Path folder;

    @Command
    static final class Any {
        @Mixin private WorkflowOptions options;
    }

    @Test
    void documentIsSentWithItsInputs() throws IOException {
        Path file = Files.writeString(folder.resolve("two cats.json"), "{\"output\":\"a\"}");
        Path cat = Files.createFile(folder.resolve("cat.png"));

        WorkflowOptions options =
                parse(
                        "--workflow",
                        file.toString(),
                        "--input",
                        "what=a=b",
                        "--input",
                        "photo=@" + cat);

        PictureRequest request = options.request();
        assertThat(request.kind()).isEqualTo("workflow");
        assertThat(((JsonNode) request.body().get("workflow")).get("output").asText())
                .isEqualTo("a");
        assertThat(request.body().get("inputs")).isEqualTo(Map.of("what", "a=b"));
        assertThat(request.files()).isEqualTo(Map.of("photo", cat));
        assertThat(options.name()).isEqualTo("two cats");
    }

    @Test
    void storedWorkflowIsNamedByItsId() {
        PictureRequest request = parse("--workflow", ID).request();

        assertThat(request.body()).isEqualTo(Map.of("workflow_id", ID, "inputs", Map.of()));
    }

    @Test
    void whatCannotBeMeantIsSaid() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");

        assertThat(parse().isGiven()).isFalse();
        assertThatThrownBy(() -> parse("--input", "a=b").isGiven())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--workflow");
        assertThatThrownBy(() -> parse("--workflow", "none.json").request())
                .hasMessageContaining("no file none.json");
        assertThatThrownBy(() -> parse("--workflow", broken.toString()).request())
                .hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> parse("--workflow", ID, "--input", "a=@none.png").request())
                .hasMessageContaining("no file none.png");
    }

    private static WorkflowOptions parse(String... arguments) {
        Any any = new Any();
        new CommandLine(any).parseArgs(arguments);
        return any.options;
    }
}
