package studio.pingvas.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Start the whole platform in the background.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Runnable {
    @Mixin private DataOption data;

    @Option(
            names = "--port",
            defaultValue = "" + PlatformOptions.DEFAULT_PORT,
            description = "Port of the application (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--servers",
            defaultValue = "1",
            description =
                    "How many servers on the same database and broker; those after the first"
                            + " take free ports (default: ${DEFAULT-VALUE}).")
    private int servers;

    @Option(
            names = "--workers",
            defaultValue = "1",
            description = "How many workers make pictures (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "torch",
            description =
                    "What workers make pictures with: torch, or null for pictures of one colour"
                            + " (default: ${DEFAULT-VALUE}).")
    private String engine;

    @Option(
            names = "--profile",
            defaultValue = "QUICK_START",
            description =
                    "QUICK_START, or LOAD for servers as production runs them"
                            + " (default: ${DEFAULT-VALUE}).")
    private Profile profile;

    @Option(names = "--no-worker", description = "Start no worker, and make no picture.")
    private boolean noWorker;

    @Option(names = "--no-application", description = "Start the server without the application.")
    private boolean noApplication;

    @Option(names = "--no-picture", description = "Make no first picture.")
    private boolean noPicture;

    @Option(
            names = "--no-stand-in",
            description =
                    "Start no stand-in for Lemon Squeezy; the application uses the one that"
                            + " STUDIO_LEMONSQUEEZY_* in the environment name.")
    private boolean noStandIn;

    @Option(names = "--ear", paramLabel = "FILE", description = "Another EAR than the built one.")
    private Path ear;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the application, for example studio.credits.floor=0.")
    private Map<String, String> settings = Map.of();

    @Override
    public void run() {
        Platform platform = data.platform();
        if (platform.isRunning()) {
            System.out.println("Already up: " + platform.url());
            return;
        }
        long begin = System.nanoTime();
        PlatformOptions options = options();
        platform = Platform.start(options, System.out::println);
        System.out.printf("%-12s %6.1f s%n%n", "All", (System.nanoTime() - begin) / 1e9);
        for (int server = 1; server <= servers; server++) {
            System.out.println("Studio       " + platform.url(server));
        }
        System.out.println("Accounts     " + platform.accountsFile());
        if (options.standIn()) {
            System.out.println("Payments     " + platform.lemonSqueezyUrl() + " (a stand-in)");
        }
        if (options.picture()) {
            System.out.println("Picture      " + platform.firstPicture());
        }
    }

    private PlatformOptions options() {
        int count = noWorker ? 0 : workers;
        boolean picture = !noPicture && !noApplication && count > 0;
        Map<String, String> all = new HashMap<>(settings);
        all.put("studio.engine", engine);
        return new PlatformOptions(
                data.folder(),
                port,
                servers,
                count,
                application(),
                !noStandIn,
                picture,
                all,
                profile);
    }

    private Path application() {
        if (noApplication) {
            return null;
        }
        if (ear == null) {
            return Checkout.find().application();
        }
        if (!Files.isRegularFile(ear)) {
            throw new PlatformException("--ear " + ear + " is not a file.");
        }
        return ear.toAbsolutePath();
    }
}
