package studio.pingvas.web.rest.generation.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures in the text format of Prometheus, version 0.0.4. What is not known is left out: a series
 * that is absent can be told from one that is zero.
 */
final class PrometheusText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /** The lines of one measure, which stand together. */
    final class Family {
        private final String name;
        private final List<String> lines = new ArrayList<>();

        private Family(String name, String type, String help) {
            this.name = name;
            lines.add("# HELP " + name + " " + help.replace("\\", "\\\\").replace("\n", "\\n"));
            lines.add("# TYPE " + name + " " + type);
        }

        /**
         * @param labels name and value in turn
         */
        Family add(Number value, Map<String, String> labels) {
            if (value != null) {
                lines.add(name + textOf(labels) + " " + value);
            }
            return this;
        }

        void end() {
            lines.forEach(line -> text.append(line).append('\n'));
        }
    }

    Family gauge(String name, String help) {
        return new Family(name, "gauge", help);
    }

    /** Only ever rises, but for a restart; its name ends with {@code _total}. */
    Family counter(String name, String help) {
        return new Family(name, "counter", help);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String textOf(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : labels.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
