package studio.pingvas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.pingvas.launcher.client.PictureJob;
import studio.pingvas.launcher.client.PictureRequest;
import studio.pingvas.launcher.client.ProgressBar;
import studio.pingvas.launcher.client.StudioApi;

@Command(
        name = "generate",
        description = "Make, change or enlarge pictures, as the demo account.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Runnable {
    private static final int MAX_NAME_LENGTH = 40;
    private static final Duration LIMIT = Duration.ofHours(1);

    @Mixin private DataOption data;

    @Mixin private PictureOptions options;
    @Mixin private WorkflowOptions workflow;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the picture goes (default: named after what is made).")
    private Path out;

    @Override
    public void run() {
        PictureRequest request = workflow.isGiven() ? workflow.request() : options.request();
        List<byte[]> pictures =
                new PictureJob(api())
                        .run(request, LIMIT, new ProgressBar(System.err, System.console() != null));
        for (int i = 0; i < pictures.size(); i++) {
            System.out.println(write(pictures.get(i), i, pictures.size()));
        }
    }

    private StudioApi api() {
        Platform platform = data.platform();
        Accounts.Account demo = platform.accounts().demo();
        return new StudioApi(platform.url(), demo.email(), demo.password());
    }

    private Path write(byte[] picture, int index, int all) {
        Path file = all == 1 ? base() : numbered(base(), index + 1);
        try {
            return Files.write(file, picture);
        } catch (IOException e) {
            throw new PlatformException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Path base() {
        return out == null
                ? Path.of(nameOf(workflow.isGiven() ? workflow.name() : options.name()) + ".png")
                : out;
    }

    /** Letters and digits of the prompt, in any language. */
    static String nameOf(String prompt) {
        String name = prompt.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String trimmed = name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH));
        String bare = trimmed.replaceAll("^-|-$", "");
        return bare.isEmpty() ? "picture" : bare;
    }

    static Path numbered(Path file, int number) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String numbered =
                dot < 0
                        ? name + "-" + number
                        : name.substring(0, dot) + "-" + number + name.substring(dot);
        return file.resolveSibling(numbered);
    }
}
