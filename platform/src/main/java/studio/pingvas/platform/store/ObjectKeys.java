package studio.pingvas.platform.store;

import java.util.regex.Pattern;

/** What a key may look like. */
public final class ObjectKeys {
    // No segment begins with a dot, so no key leaves a root or meets a temporary file.
    private static final Pattern KEY =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int MAX_LENGTH = 512;

    private ObjectKeys() {}

    /**
     * @throws IllegalArgumentException if it is no key, nor the folder of one
     */
    public static String check(String key) {
        if (key.length() > MAX_LENGTH || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not an object key: " + key);
        }
        return key;
    }
}
