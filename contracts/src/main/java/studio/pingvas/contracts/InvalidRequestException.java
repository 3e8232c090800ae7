package studio.pingvas.contracts;

import java.util.List;
import java.util.Map;

/** One or more values of a request are not acceptable; all of them are named at once. */
public class InvalidRequestException extends BusinessException {
    private static final long serialVersionUID = 1L;

    /**
     * @param pointer JSON pointer (RFC 6901) to the value, for example {@code /prompt}
     * @param sentence what is wrong with it, for people
     */
    public record Violation(String pointer, Sentence sentence) {
        /**
         * @param text as of a {@link Sentence}
         */
        public Violation(String pointer, String text, Object... values) {
            this(pointer, Sentence.of(text, values));
        }

        public String detail() {
            return sentence.english();
        }
    }

    /** A violation in the API. */
    private record Fault(String pointer, String detail) {}

    private final transient List<Violation> violations;

    public InvalidRequestException(List<Violation> violations) {
        this("invalid-request", violations);
    }

    /**
     * @param text as of a {@link Sentence}
     */
    public InvalidRequestException(String pointer, String text, Object... values) {
        this(List.of(new Violation(pointer, text, values)));
    }

    protected InvalidRequestException(String code, List<Violation> violations) {
        super(code, violations.get(0).sentence());
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "errors",
                violations.stream()
                        .map(violation -> new Fault(violation.pointer(), violation.detail()))
                        .toList());
    }
}
