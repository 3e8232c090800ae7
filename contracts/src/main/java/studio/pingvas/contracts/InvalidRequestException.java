package studio.pingvas.contracts;

import java.util.List;
import java.util.Map;

/** One or more values of a request are not acceptable; all of them are named at once. */
public class InvalidRequestException extends BusinessException {
    private static final long serialVersionUID = 1L;

    /**
     * @param pointer JSON pointer (RFC 6901) to the value, for example {@code /prompt}
     * @param detail what is wrong with it, for people
     */
    public record Violation(String pointer, String detail) {}

    private final transient List<Violation> violations;

    public InvalidRequestException(List<Violation> violations) {
        this("invalid-request", violations);
    }

    public InvalidRequestException(String pointer, String detail) {
        this(List.of(new Violation(pointer, detail)));
    }

    protected InvalidRequestException(String code, List<Violation> violations) {
        super(code, violations.get(0).detail());
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", violations);
    }
}
