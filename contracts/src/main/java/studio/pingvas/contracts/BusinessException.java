package studio.pingvas.contracts;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A failure that the caller can understand and act on. The code is kebab-case, part of the public
 * API, and never changes its meaning; the web edge decides once which HTTP status it becomes.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class BusinessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Sentence sentence;

    /**
     * @param text as of a {@link Sentence}
     */
    protected BusinessException(String code, String text, Object... values) {
        this(code, Sentence.of(text, values));
    }

    protected BusinessException(String code, Sentence sentence) {
        super(sentence.english());
        this.code = code;
        this.sentence = sentence;
    }

    public String code() {
        return code;
    }

    /** The message, as other languages know it. */
    public Sentence sentence() {
        return sentence;
    }

    /** After what time the same may succeed, where waiting helps and the time is known. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** Further members of the problem document, for example {@code credits_required}. */
    public Map<String, Object> details() {
        return Map.of();
    }
}
