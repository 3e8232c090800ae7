package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import studio.pingvas.launcher.client.PictureRequest;

class PictureOptionsTest {
    @TempDir private Path folder;
    private Path image;
    private Path mask;

    @Command
    static final class Any {
        @Mixin private PictureOptions options;
    }

    @BeforeEach
    void write() throws IOException {
        image = Files.createFile(folder.resolve("a cat.png"));
        mask = Files.createFile(folder.resolve("mask.png"));
    }

    @Test
    void promptAloneIsTextToImage() {
        PictureRequest request =
                parse("a house", "--size", "512x256", "--seed", "7", "--scheduler", "unipc");

        assertThat(request.kind()).isEqualTo("text-to-image");
        assertThat(request.body())
                .isEqualTo(
                        Map.of(
                                "prompt",
                                "a house",
                                "width",
                                512,
                                "height",
                                256,
                                "scheduler",
                                "unipc",
                                "seed",
                                7L));
    }

    @Test
    void imageMakesItImageToImageAndMaskInpaint() {
        PictureRequest over = parse("a house", "--image", "IMAGE", "--strength", "0.3");
        PictureRequest part = parse("a house", "--image", "IMAGE", "--mask", "MASK");

        assertThat(over)
                .isEqualTo(
                        new PictureRequest(
                                "image-to-image",
                                Map.of("prompt", "a house", "strength", 0.3),
                                image,
                                null));
        assertThat(part)
                .isEqualTo(new PictureRequest("inpaint", Map.of("prompt", "a house"), image, mask));
    }

    @Test
    void pictureWithoutPromptIsEnlarged() {
        assertThat(parse("--image", "IMAGE", "--upscale", "4"))
                .isEqualTo(new PictureRequest("upscale", Map.of("scale", 4), image, null));
    }

    @Test
    void whatFollowsMakesAWorkflow() {
        PictureRequest request = parse("a house", "--upscale", "2", "--then", "image-to-image:0.4");

        assertThat(request.kind()).isEqualTo("workflow");
        assertThat(request.body())
                .isEqualTo(
                        Map.of(
                                "steps",
                                List.of(
                                        Map.of("kind", "text-to-image", "prompt", "a house"),
                                        Map.of("kind", "upscale", "scale", 2),
                                        Map.of("kind", "image-to-image", "strength", 0.4))));
    }

    @Test
    void upscalerIsNamedBehindTheScale() {
        PictureRequest request = parse("a house", "--then", "upscale:4:esrgan");

        assertThat(request.body().get("steps").toString())
                .contains("{kind=upscale, scale=4, model=esrgan}");
    }

    @Test
    void lorasHaveAWeightOrOne() {
        PictureRequest request = parse("a house", "--lora", "ink:-0.5", "--lora", "oil");

        assertThat(request.body().get("loras"))
                .isEqualTo(
                        List.of(
                                Map.of("id", "ink", "weight", -0.5),
                                Map.of("id", "oil", "weight", 1.0)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Give a prompt",
        "'--upscale 2', Give a prompt",
        "'--image IMAGE', Give a prompt",
        "'--image IMAGE --upscale 2 --seed 1', only enlarged",
        "'p --mask MASK', --mask needs --image",
        "'p --strength 0.5', --strength needs --image",
        "'p --image none.png', there is no file none.png",
        "'p --size large', such as 512x512",
        "'p --lora a:b', is not a number",
        "'p --then sculpture', is not upscale:2",
        "'p --then upscale:2.5', is neither 2 nor 4",
        "'p --then upscale', is not upscale:2",
        "'p --steps many', --steps"
    })
    void whatCannotBeMeantIsSaid(String arguments, String message) {
        assertThatThrownBy(() -> parse(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(message);
    }

    private PictureRequest parse(String... arguments) {
        Any any = new Any();
        Stream<String> files =
                Arrays.stream(arguments)
                        .map(text -> text.equals("IMAGE") ? image.toString() : text)
                        .map(text -> text.equals("MASK") ? mask.toString() : text);
        new CommandLine(any).parseArgs(files.toArray(String[]::new));
        return any.options.request();
    }
}
