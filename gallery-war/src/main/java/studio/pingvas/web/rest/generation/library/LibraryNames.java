package studio.pingvas.web.rest.generation.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.Visibility;

/** How the API names what the library tells apart. */
final class LibraryNames {
    private LibraryNames() {}

    static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param visibility {@code public} or {@code private}, or null for the latter; what was
     *     withdrawn may be called so again
     */
    static boolean isPublished(String visibility) {
        if (visibility == null) {
            return false;
        }
        return Arrays.stream(Visibility.values())
                .filter(known -> nameOf(known).equals(visibility))
                .map(Visibility.PUBLIC::equals)
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidRequestException(
                                        "/visibility", "One of private, public."));
    }

    static Origin originOf(String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(Origin.values())
                .filter(origin -> nameOf(origin).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("/origin", "One of " + origins()));
    }

    private static String origins() {
        return Arrays.stream(Origin.values())
                .map(LibraryNames::nameOf)
                .collect(Collectors.joining(", "));
    }
}
