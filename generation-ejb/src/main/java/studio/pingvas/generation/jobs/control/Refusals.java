package studio.pingvas.generation.jobs.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.SizeNotSupportedException;

/** Collects why the steps of a request are refused, so that all of it is said at once. */
final class Refusals {
    private final List<Violation> violations;
    private final List<Violation> others = new ArrayList<>();
    private BusinessException first;

    Refusals(List<Violation> soFar) {
        violations = new ArrayList<>(soFar);
    }

    /**
     * @param text as of a {@link studio.pingvas.contracts.Sentence}
     */
    void add(String pointer, String text, Object... values) {
        violations.add(new Violation(pointer, text, values));
    }

    /**
     * The result of the work; null if it is refused.
     *
     * @param pointer of what it is done for
     */
    <T> T orNull(String pointer, Supplier<T> work) {
        try {
            return work.get();
        } catch (SizeNotSupportedException e) {
            first = first == null ? e : first;
            others.addAll(e.violations());
        } catch (InvalidRequestException e) {
            violations.addAll(e.violations());
        } catch (BusinessException e) {
            first = first == null ? e : first;
            others.add(new Violation(pointer, e.sentence()));
        }
        return null;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * @throws InvalidRequestException if a value is wrong
     * @throws BusinessException if every value is right, but something cannot be done
     */
    void throwIfAny() {
        if (!violations.isEmpty()) {
            violations.addAll(others);
            throw new InvalidRequestException(violations);
        }
        if (first != null) {
            throw first;
        }
    }
}
