package studio.pingvas.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.user.Identity;

/** The sign-in that a browser's cookie stands for. */
public final class PageSession {
    static final String LOGIN_PAGE = "/login.xhtml";

    private static final String ATTRIBUTE = PageSession.class.getName();
    private static final String PROTECTED_PAGES = "/app/";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private PageSession() {}

    /** A new session id: whoever planted the old one does not get in with it. */
    public static void open(HttpServletRequest request, Identity identity) {
        request.getSession(true).setAttribute(ATTRIBUTE, identity.sessionId());
        request.changeSessionId();
    }

    /** The session that the cookie proves; whether it is still open is another question. */
    static Optional<UUID> idOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((UUID) session.getAttribute(ATTRIBUTE));
    }

    /** Takes away what pages have kept for somebody who is signed out. */
    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static boolean isNeededFor(HttpServletRequest request) {
        return RequestKind.pathOf(request).startsWith(PROTECTED_PAGES);
    }

    /**
     * A cookie travels with requests that other sites make. Pages are safe by their view state and
     * sockets by the check of their origin; the API has only what the browser says of the request.
     */
    static boolean mayAuthenticate(HttpServletRequest request, RequestKind kind) {
        return kind != RequestKind.API
                || SAFE_METHODS.contains(request.getMethod())
                || "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** A redirect as the script of a Faces page understands it. */
    static void redirectPartially(HttpServletResponse response, String url) throws IOException {
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter()
                .write(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                + "<partial-response><redirect url=\""
                                + url
                                + "\"/></partial-response>");
    }
}
