package studio.pingvas.web.rest.generation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;

/** Sets credits aside and puts jobs into the line. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Problems({
    ProblemCode.INSUFFICIENT_CREDITS,
    ProblemCode.OVER_TIER_LIMIT,
    ProblemCode.IDEMPOTENCY_KEY_REUSED,
    ProblemCode.QUEUE_FULL,
    ProblemCode.SPEND_LIMIT_REACHED
})
public @interface AcceptsJobs {}
