package studio.pingvas.gallery.sweep;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of an object that a worker has stored. Whatever has another form is no concern of the
 * sweep.
 */
record ImageKey(UUID imageId) {
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern FORM =
            Pattern.compile("users/" + ID + "/images/(" + ID + ")/[0-9]+-[0-9]+/[^/]+");

    static Optional<ImageKey> of(String key) {
        Matcher form = FORM.matcher(key);
        return form.matches()
                ? Optional.of(new ImageKey(UUID.fromString(form.group(1))))
                : Optional.empty();
    }
}
