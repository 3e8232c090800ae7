package studio.pingvas.launcher.lemonsqueezy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Addresses of a customer's pages: whoever has one may look, for a day. */
final class SignedLinks {
    private static final Duration LIFE = Duration.ofHours(24);

    private final String address;
    private final String secret;
    private final Clock clock;

    SignedLinks(String address, String secret, Clock clock) {
        this.address = address;
        this.secret = secret;
        this.clock = clock;
    }

    String to(String path) {
        long expires = clock.instant().plus(LIFE).getEpochSecond();
        return address + path + "?expires=" + expires + "&signature=" + signature(path, expires);
    }

    /** Without a signature, for pages that need none. */
    String plain(String path) {
        return address + path;
    }

    void check(String path, Map<String, String> query) {
        String expires = query.getOrDefault("expires", "");
        boolean alive =
                expires.matches("\\d{1,12}")
                        && Long.parseLong(expires) > clock.instant().getEpochSecond();
        if (!alive || !isEqual(query.get("signature"), signature(path, Long.parseLong(expires)))) {
            throw ApiFault.notFound();
        }
    }

    private String signature(String path, long expires) {
        return Hmac.of(secret, "link " + path + " " + expires);
    }

    private static boolean isEqual(String given, String expected) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        expected.getBytes(StandardCharsets.UTF_8));
    }
}
