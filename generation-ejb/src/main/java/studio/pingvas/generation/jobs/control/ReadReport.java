package studio.pingvas.generation.jobs.control;

import java.util.UUID;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GenerationFailed;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationPostponed;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.platform.json.Json;

/**
 * Reads what workers report, and refuses what could never be recorded: it would be delivered again
 * for ever. Refusals are {@link IllegalArgumentException}s.
 */
public final class ReadReport {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_CHARACTERS_OF_A_WORKER = 100;
    private static final int MOST_CHARACTERS_OF_A_CODE = 64;
    private static final int MOST_CHARACTERS_OF_A_MESSAGE = 2_000;
    // PostgreSQL stores no such character.
    private static final String NUL_IN_JSON = "\\u0000";

    private ReadReport() {}

    public static GenerationStarted started(String json) {
        GenerationStarted report = read(json, GenerationStarted.class);
        requireVersion(report.version(), GenerationStarted.VERSION);
        requireAttempt(report.jobId(), report.attempt(), report.worker());
        return report;
    }

    public static GenerationFinished finished(String json) {
        GenerationFinished report = read(json, GenerationFinished.class);
        requireVersion(report.version(), GenerationFinished.VERSION);
        requireAttempt(report.jobId(), report.attempt(), report.worker());
        return report;
    }

    /** An explanation that is too long is shortened: the failure itself is clear. */
    public static GenerationFailed failed(String json) {
        GenerationFailed report = read(json, GenerationFailed.class);
        requireVersion(report.version(), GenerationFailed.VERSION);
        requireAttempt(report.jobId(), report.attempt(), report.worker());
        requireLength("code", report.code(), MOST_CHARACTERS_OF_A_CODE);
        require(report.message() != null, "It does not say what happened.");
        return new GenerationFailed(
                report.version(),
                report.jobId(),
                report.attempt(),
                report.worker(),
                report.code(),
                shortened(report.message()));
    }

    public static GenerationPostponed postponed(String json) {
        GenerationPostponed report = read(json, GenerationPostponed.class);
        requireVersion(report.version(), GenerationPostponed.VERSION);
        requireAttempt(report.jobId(), report.attempt(), report.worker());
        requireLength("reason", report.reason(), MOST_CHARACTERS_OF_A_CODE);
        return report;
    }

    private static <T> T read(String json, Class<T> type) {
        require(json.length() <= MOST_CHARACTERS, "It has " + json.length() + " characters.");
        require(!json.contains(NUL_IN_JSON), "It has a character that cannot be stored.");
        return Json.read(json, type);
    }

    private static void requireVersion(int version, int known) {
        require(version == known, "Version " + version + " is not known here.");
    }

    private static void requireAttempt(UUID jobId, Attempt attempt, String worker) {
        require(jobId != null && attempt != null, "It is about no attempt of a job.");
        requireLength("worker", worker, MOST_CHARACTERS_OF_A_WORKER);
    }

    private static void requireLength(String name, String text, int most) {
        require(text != null && text.length() <= most, "Its " + name + " is missing or too long.");
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS_OF_A_MESSAGE));
    }

    private static void require(boolean usable, String otherwise) {
        if (!usable) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
