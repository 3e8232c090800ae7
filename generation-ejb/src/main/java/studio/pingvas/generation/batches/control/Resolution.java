package studio.pingvas.generation.batches.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.Sentence;
import studio.pingvas.contracts.generation.KindNotSupportedException;
import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.model.ModelNotFoundException;
import studio.pingvas.contracts.model.ModelNotInTierException;
import studio.pingvas.generation.jobs.control.PlannedWork;

/** Collects what the jobs of a batch are to do, and all that is wrong with them. */
final class Resolution {
    private static final int MOST_VIOLATIONS = 100;

    private final Axes axes;
    private final List<PlannedWork> works = new ArrayList<>();
    private final Set<Violation> violations = new LinkedHashSet<>();

    /** What is right, but for a higher tier; of several the first. */
    private OverTierLimitException refusal;

    Resolution(Axes axes) {
        this.axes = axes;
    }

    /** Whether there is room for more of what is wrong. */
    boolean mayGoOn() {
        return violations.size() < MOST_VIOLATIONS;
    }

    /** What all jobs have alike. */
    void check(Runnable rule) {
        try {
            rule.run();
        } catch (InvalidRequestException e) {
            e.violations().forEach(found -> add(0, found.pointer(), found.sentence()));
        }
    }

    /**
     * @throws BusinessException if all jobs have the same fault of the model
     */
    void add(int place, Supplier<PlannedWork> job) {
        try {
            works.add(job.get());
        } catch (InvalidRequestException e) {
            e.violations().forEach(found -> add(place, found.pointer(), found.sentence()));
        } catch (ModelNotFoundException | ModelNotInTierException | KindNotSupportedException e) {
            if (!axes.vary("model")) {
                throw e;
            }
            add(place, "/model", e.sentence());
        } catch (OverTierLimitException e) {
            refusal = refusal == null ? e : refusal;
        }
    }

    /**
     * @throws BusinessException if anything is wrong
     */
    List<PlannedWork> works() {
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(List.copyOf(violations));
        }
        if (refusal != null) {
            throw refusal;
        }
        return works;
    }

    private void add(int place, String pointer, Sentence sentence) {
        violations.add(new Violation(axes.pointerTo(place, pointer), sentence));
    }
}
