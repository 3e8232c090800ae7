package studio.pingvas.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What Surefire and Failsafe wrote, added up by kind of test. */
final class TestReports {
    private static final PathMatcher REPORT =
            FileSystems.getDefault()
                    .getPathMatcher("glob:**/target/{surefire,failsafe}-reports/TEST-*.xml");
    private static final int DEPTH = 4;
    private static final List<String> KINDS =
            List.of("architecture", "container", "endtoend", "browser", "faults");

    private final Map<String, Counts> byKind = new TreeMap<>();

    private TestReports() {}

    static TestReports since(long time, Path root) throws IOException {
        TestReports reports = new TestReports();
        try (Stream<Path> files = Files.walk(root, DEPTH)) {
            List<Path> found = files.filter(REPORT::matches).toList();
            for (Path file : found) {
                if (Files.getLastModifiedTime(file).toMillis() >= time) {
                    reports.add(file);
                }
            }
        }
        return reports;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format("%-14s %6s %8s %8s", "Tests", "ran", "failed", "skipped"));
        byKind.forEach((kind, counts) -> lines.add(counts.line(kind)));
        lines.add(byKind.values().stream().reduce(Counts.NONE, Counts::plus).line("all"));
        return lines;
    }

    private void add(Path file) throws IOException {
        try {
            Element suite =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement();
            byKind.merge(kind(suite.getAttribute("name")), Counts.of(suite), Counts::plus);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is no test report", e);
        }
    }

    /** System tests stand in one package per kind; all others are unit tests of their module. */
    static String kind(String className) {
        return KINDS.stream()
                .filter(kind -> className.contains(".system." + kind + "."))
                .findFirst()
                .orElse("unit");
    }

    private record Counts(int ran, int failed, int skipped) {
        static final Counts NONE = new Counts(0, 0, 0);

        static Counts of(Element suite) {
            int skipped = number(suite, "skipped");
            return new Counts(
                    number(suite, "tests") - skipped,
                    number(suite, "failures") + number(suite, "errors"),
                    skipped);
        }

        Counts plus(Counts other) {
            return new Counts(ran + other.ran, failed + other.failed, skipped + other.skipped);
        }

        String line(String kind) {
            return String.format("%-14s %6d %8d %8d", kind, ran, failed, skipped);
        }

        private static int number(Element suite, String name) {
            return Integer.parseInt(suite.getAttribute(name));
        }
    }
}
