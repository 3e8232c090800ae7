package studio.pingvas.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie that tells, when somebody comes back from another provider, that it is the browser
 * that went there. Over TLS its name keeps neighbouring hosts from setting it (RFC 6265bis, 4.1.3).
 *
 * <p>It is set past JAX-RS: Jersey replaces cookies that were there before, that of a new session
 * among them.
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

    public void set(HttpServletResponse response, String secret) {
        response.addCookie(cookie(secret, LIFE_SECONDS));
    }

    public void remove(HttpServletResponse response) {
        response.addCookie(cookie("", 0));
    }

    private Cookie cookie(String value, int life) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setMaxAge(life);
        cookie.setSecure(isSecure());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String name() {
        return isSecure() ? "__Host-oauth" : "oauth";
    }

    private boolean isSecure() {
        return url.startsWith("https:");
    }
}
