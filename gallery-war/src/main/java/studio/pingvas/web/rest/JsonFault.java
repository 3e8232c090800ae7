package studio.pingvas.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;

/** Tells the client in its own words, without a class name of ours, what its JSON lacks. */
public final class JsonFault {
    private JsonFault() {}

    public static InvalidRequestException of(JsonProcessingException fault) {
        if (fault instanceof InvalidTypeIdException kind) {
            return new InvalidRequestException(
                    pointerOf(kind.getPath()) + "/kind", "A kind that is known is expected here.");
        }
        if (fault instanceof JsonMappingException mapping) {
            return new InvalidRequestException(pointerOf(mapping.getPath()), detailOf(mapping));
        }
        return new InvalidRequestException("", "The body is not well-formed JSON" + where(fault));
    }

    private static String detailOf(JsonMappingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "Unknown field \"" + unknown.getPropertyName() + "\".";
        }
        if (fault instanceof InvalidFormatException format) {
            return "Not a valid value: expected " + nameOf(format.getTargetType()) + ".";
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return "Wrong type: expected " + nameOf(mismatch.getTargetType()) + ".";
        }
        if (fault.getCause() instanceof JsonProcessingException cause
                && !(cause instanceof JsonMappingException)) {
            return "The body is not well-formed JSON" + where(cause);
        }
        return "Not a valid value.";
    }

    private static String where(JsonProcessingException fault) {
        var place = fault.getLocation();
        return place == null
                ? "."
                : " at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".";
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

    private static String nameOf(Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == java.util.UUID.class) {
            return "a UUID";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "an object";
    }
}
