package studio.pingvas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description =
                "Show the end of a part's log, or of all of them, or the mails that went out.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Runnable {
    private static final String MAIL = "mail";
    private static final int LINES = 20;
    private static final Duration PAUSE = Duration.ofMillis(300);

    @Mixin private DataOption data;

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description =
                    "postgresql, broker, lemon-squeezy, server, administration or worker-1;"
                            + " or mail.")
    private String part;

    @Option(names = "-f", description = "Go on as the log grows, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            description = "How many lines of each log, or mails (default: 20).")
    private int lines = LINES;

    @Option(names = "--last", description = "Of mail: the newest in full.")
    private boolean last;

    @Override
    public void run() {
        if (MAIL.equals(part)) {
            showMail(new MailFolder(new DataFolder(data.folder()).mail()));
        } else {
            showLogs();
        }
    }

    private void showMail(MailFolder mail) {
        if (last) {
            System.out.println(mail.newest());
        } else {
            mail.overview(lines).forEach(System.out::println);
        }
    }

    private void showLogs() {
        List<Path> files = files();
        for (Path file : files) {
            if (files.size() > 1) {
                System.out.println("== " + file.getFileName());
            }
            List<String> text = LogFile.fromStart(file).text().lines().toList();
            text.subList(Math.max(0, text.size() - lines), text.size())
                    .forEach(System.out::println);
        }
        if (follow) {
            follow(files.stream().map(LogFile::fromNow).toList());
        }
    }

    private static void follow(List<LogFile> logs) {
        while (!Thread.currentThread().isInterrupted()) {
            logs.forEach(log -> System.out.print(log.next()));
            System.out.flush();
            Waiting.pause(PAUSE);
        }
    }

    private List<Path> files() {
        Path folder = new DataFolder(data.folder()).logs();
        if (!Files.isDirectory(folder)) {
            throw new PlatformException("There are no logs in " + folder + ".");
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> logs =
                    found.filter(file -> file.toString().endsWith(".log"))
                            .filter(file -> part == null || file.endsWith(part + ".log"))
                            .sorted()
                            .toList();
            if (logs.isEmpty()) {
                throw new PlatformException("There is no log of " + part + " in " + folder + ".");
            }
            return logs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
