package studio.pingvas.worker.metrics;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The text form that Prometheus reads
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
public final class PrometheusText {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /** Begins a metric; its values follow. */
    public PrometheusText begin(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    public PrometheusText value(String name, double value) {
        return value(name, Map.of(), value);
    }

    public PrometheusText value(String name, Map<String, String> labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            String separator = "{";
            for (Map.Entry<String, String> label : labels.entrySet()) {
                text.append(separator).append(label.getKey());
                text.append("=\"").append(escaped(label.getValue())).append('"');
                separator = ",";
            }
            text.append('}');
        }
        text.append(' ').append(number(value)).append('\n');
        return this;
    }

    /** A metric of one value that goes up and down. */
    public PrometheusText gauge(String name, String help, double value) {
        return begin(name, "gauge", help).value(name, value);
    }

    /** A metric of one value that only goes up. */
    public PrometheusText counter(String name, String help, double value) {
        return begin(name, "counter", help).value(name, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : "NaN";
    }
}
