package studio.pingvas.web.rest.generation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;

/** Names a model, which the tier may not have. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Problems({ProblemCode.MODEL_NOT_IN_TIER, ProblemCode.MODEL_NOT_FOUND})
public @interface NeedsModel {}
