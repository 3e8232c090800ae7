package studio.pingvas.web.rest.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import studio.pingvas.web.problem.ProblemCode;

/**
 * The problems that a resource method, or all those of a class, answer with, beside those that
 * follow from its form: a body can be malformed, an id unknown, a token missing. An annotation that
 * carries it stands for its problems.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Problems {
    ProblemCode[] value();
}
