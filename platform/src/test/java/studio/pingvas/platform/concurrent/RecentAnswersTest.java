package studio.pingvas.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
    private final AtomicLong nanoTime = new AtomicLong();
    private final List<String> asked = new ArrayList<>();
    private final RecentAnswers<String, String> answers =
            new RecentAnswers<>(3, Duration.ofSeconds(5), nanoTime::get);

    @Test
    void questionIsAskedOnceInFiveSeconds() {
        assertThat(get("a")).isEqualTo("A");
        nanoTime.addAndGet(Duration.ofSeconds(5).toNanos() - 1);
        assertThat(get("a")).isEqualTo("A");
        assertThat(asked).containsExactly("a");
        nanoTime.addAndGet(1);
        get("a");
        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    void forgottenAnswerIsAskedForAgain() {
        get("a");
        get("b");
        answers.forget("A"::equals);
        get("a");
        get("b");
        assertThat(asked).containsExactly("a", "b", "a");
    }

    @Test
    void questionWhoseAnswerIsForgottenIsAskedAgain() {
        get("a");
        get("b");
        answers.forgetAnswerTo("a");
        get("a");
        get("b");
        assertThat(asked).containsExactly("a", "b", "a");
    }

    @Test
    void answerThatWasUnderWayWhenItsQuestionWasForgottenIsNotKept() {
        answers.get(
                "a",
                key -> {
                    answers.forgetAnswerTo("a");
                    return "stale";
                });
        assertThat(get("a")).isEqualTo("A");
    }

    @Test
    void answerThatWasUnderWayWhenItWasForgottenIsNotKept() {
        answers.get(
                "a",
                key -> {
                    answers.forget(value -> false);
                    return "stale";
                });
        assertThat(get("a")).isEqualTo("A");
    }

    @Test
    void fullMemoryLosesTheOldAnswersFirstAndAllIfItMust() {
        get("a");
        nanoTime.addAndGet(Duration.ofSeconds(3).toNanos());
        get("b");
        get("c");
        nanoTime.addAndGet(Duration.ofSeconds(3).toNanos());
        get("d");
        get("b");
        assertThat(asked).as("only the answer that was too old went").doesNotHaveDuplicates();
        get("e");
        get("b");
        assertThat(asked).as("nothing was too old, so all went").endsWith("e", "b");
    }

    private String get(String key) {
        return answers.get(
                key,
                question -> {
                    asked.add(question);
                    return question.toUpperCase(java.util.Locale.ROOT);
                });
    }
}
