package studio.pingvas.web.faces;

import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** Ids in the address of a page or in what its script sends. */
public final class Ids {
    private Ids() {}

    /** Empty also for text that is no id: such a thing does not exist. */
    public static Optional<UUID> ofParameter(String name) {
        return of(Faces.getRequestParameter(name));
    }

    /**
     * @param text as people or scripts write it, or null
     */
    public static Optional<UUID> of(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
