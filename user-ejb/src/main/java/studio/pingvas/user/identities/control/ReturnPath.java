package studio.pingvas.user.identities.control;

import java.util.regex.Pattern;

/**
 * Where a browser goes after a sign-in: a page of ours, named by its path. Whatever could be read
 * as another host, in a browser or a proxy, becomes the start page.
 */
public final class ReturnPath {
    static final String START = "/app/generate.xhtml";

    private static final int MAX_LENGTH = 500;
    private static final Pattern OWN =
            Pattern.compile("/app/([a-z0-9-]+/)*[a-z0-9-]+\\.xhtml(\\?[A-Za-z0-9_=&-]*)?");

    private ReturnPath() {}

    public static String accept(String path) {
        boolean own = path != null && path.length() <= MAX_LENGTH && OWN.matcher(path).matches();
        return own ? path : START;
    }
}
