package studio.pingvas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that the server wrote to files because there is no mail server. */
final class MailFolder {
    /** With a token; the address of the studio, below every mail, is nothing to follow. */
    private static final Pattern LINK =
            Pattern.compile("^https?://\\S+\\?\\S+$", Pattern.MULTILINE);

    private final Path folder;

    MailFolder(Path folder) {
        this.folder = folder;
    }

    /** Date, recipient and subject of the last mails, each with its links; the newest last. */
    List<String> overview(int mails) {
        List<Path> files = files();
        List<String> lines = new ArrayList<>();
        for (Path file : files.subList(Math.max(0, files.size() - mails), files.size())) {
            String mail = PrivateFiles.read(file).replace("\r\n", "\n");
            lines.add(
                    String.join(
                            "  ",
                            header(mail, "Date"),
                            header(mail, "To"),
                            header(mail, "Subject")));
            LINK.matcher(mail)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .forEach(link -> lines.add("    " + link));
        }
        return lines;
    }

    /** The newest mail as it was sent. */
    String newest() {
        List<Path> files = files();
        return PrivateFiles.read(files.get(files.size() - 1));
    }

    /** Their names begin with the time. */
    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            throw new PlatformException("There are no mails in " + folder + ".");
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> mails =
                    found.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
            if (mails.isEmpty()) {
                throw new PlatformException("There are no mails in " + folder + ".");
            }
            return mails;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(String mail, String name) {
        return mail.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }
}
