package studio.pingvas.web.rest.generation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;

/** Begins with pictures, of the gallery or sent along. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Problems({
    ProblemCode.NOT_FOUND,
    ProblemCode.IMAGE_FORMAT_NOT_SUPPORTED,
    ProblemCode.IMAGE_INVALID,
    ProblemCode.IMAGE_TOO_LARGE
})
public @interface TakesPictures {}
