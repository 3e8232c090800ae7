package studio.pingvas.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows a job in one line of a terminal; where there is none, a line for each change. */
public final class ProgressBar implements Consumer<JsonNode> {
    private static final int WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private long credits;
    private String last = "";

    public ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void accept(JsonNode frame) {
        if (frame.has("estimated_credits")) {
            credits = frame.path("estimated_credits").asLong();
        }
        show(textOf(frame), frame.has("type") && isEnd(frame.path("type").asText()));
    }

    private String textOf(JsonNode frame) {
        return switch (frame.path("type").asText("queued")) {
            case "progress" -> running(frame);
            case "completed" -> bar(100) + " done, " + inWords(frame.path("credits_used").asLong());
            case "queued" -> waiting(frame);
            default -> frame.path("type").asText();
        };
    }

    private String waiting(JsonNode frame) {
        return bar(0) + " waiting, place " + frame.path("position").asInt(1) + ", " + price();
    }

    private String running(JsonNode frame) {
        return String.format(
                Locale.ROOT,
                "%s step %d/%d, %.1f s left, %s",
                bar(frame.path("progress").asInt()),
                frame.path("current_step").asInt(),
                frame.path("total_steps").asInt(),
                frame.path("estimated_time").asDouble(),
                price());
    }

    private String price() {
        return "at most " + inWords(credits);
    }

    private static String inWords(long credits) {
        return credits + (credits == 1 ? " credit" : " credits");
    }

    private static String bar(int percent) {
        int done = WIDTH * percent / 100;
        return "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "]";
    }

    private static boolean isEnd(String type) {
        return !type.equals("queued") && !type.equals("progress");
    }

    private void show(String text, boolean end) {
        if (terminal) {
            out.print(CLEAR_LINE + text + (end ? System.lineSeparator() : ""));
            out.flush();
        } else if (!text.equals(last)) {
            out.println(text);
        }
        last = text;
    }
}
