package studio.pingvas.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** Which of the three doors a request came through. */
enum RequestKind {
    API,
    SOCKET,
    PAGE;

    static RequestKind of(HttpServletRequest request) {
        String path = pathOf(request);
        if (path.startsWith("/api/")) {
            return API;
        }
        return path.startsWith("/ws/") ? SOCKET : PAGE;
    }

    /** As the container matched it: decoded, without the context path. */
    static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
