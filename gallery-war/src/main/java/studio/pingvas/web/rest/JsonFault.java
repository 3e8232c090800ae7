package studio.pingvas.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.Sentence;

/** Tells the client in its own words, without a class name of ours, what its JSON lacks. */
public final class JsonFault {
    private JsonFault() {}

    public static InvalidRequestException of(JsonProcessingException fault) {
        if (fault instanceof InvalidTypeIdException kind) {
            return new InvalidRequestException(
                    pointerOf(kind.getPath()) + "/kind", "A kind that is known is expected here.");
        }
        return fault instanceof JsonMappingException mapping
                ? refusal(pointerOf(mapping.getPath()), sentenceOf(mapping))
                : refusal("", malformed(fault));
    }

    private static InvalidRequestException refusal(String pointer, Sentence sentence) {
        return new InvalidRequestException(List.of(new Violation(pointer, sentence)));
    }

    private static Sentence sentenceOf(JsonMappingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return Sentence.of("Unknown field \"{0}\".", unknown.getPropertyName());
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return expected(mismatch.getTargetType());
        }
        if (fault.getCause() instanceof JsonProcessingException cause
                && !(cause instanceof JsonMappingException)) {
            return malformed(cause);
        }
        return Sentence.of("Not a valid value.");
    }

    private static Sentence malformed(JsonProcessingException fault) {
        var place = fault.getLocation();
        return place == null
                ? Sentence.of("This is not well-formed JSON.")
                : Sentence.of(
                        "This is not well-formed JSON; see line {0}, column {1}.",
                        place.getLineNr(), place.getColumnNr());
    }

    /** JSON pointer (RFC 6901) of the place that Jackson names. */
    private static String pointerOf(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }

    private static Sentence expected(Class<?> type) {
        if (type == null) {
            return Sentence.of("Not a valid value.");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Sentence.of("True or false is expected here.");
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return Sentence.of("A whole number is expected here.");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return Sentence.of("A number is expected here.");
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return Sentence.of("A text is expected here.");
        }
        if (type == java.util.UUID.class) {
            return Sentence.of("A UUID is expected here.");
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return Sentence.of("A list is expected here.");
        }
        return Sentence.of("An object is expected here.");
    }
}
