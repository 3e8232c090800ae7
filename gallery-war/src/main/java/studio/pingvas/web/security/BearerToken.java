package studio.pingvas.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The token of an {@code Authorization} header (RFC 6750, section 2.1). */
final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static Optional<String> of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }
}
