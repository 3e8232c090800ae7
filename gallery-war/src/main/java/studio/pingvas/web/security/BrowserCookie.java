package studio.pingvas.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie that tells, when somebody comes back from another provider, that it is the browser
 * that went there. Over TLS its name keeps neighbouring hosts from setting it (RFC 6265bis, 4.1.3).
 */
@RequestScoped
public class BrowserCookie {
    private static final int LIFE_SECONDS = 600;

    @Inject
    @ConfigProperty(name = "studio.url")
    String url;

    @Inject HttpServletRequest request;

    /** Null if the browser has none. */
    public String value() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    public NewCookie of(String secret) {
        return cookie(secret, LIFE_SECONDS);
    }

    /** Takes it away from the browser. */
    public NewCookie gone() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int life) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .maxAge(life)
                .secure(isSecure())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String name() {
        return isSecure() ? "__Host-oauth" : "oauth";
    }

    private boolean isSecure() {
        return url.startsWith("https:");
    }
}
