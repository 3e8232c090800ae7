package studio.pingvas.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A servlet request without a container: what a test sets is there, all else is refused. */
public final class StubRequest {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, Object> session = new HashMap<>();
    private String method = "GET";
    private String path = "/";
    private boolean hasSession;

    public static StubRequest to(String method, String path) {
        StubRequest request = new StubRequest();
        request.method = method;
        request.path = path;
        return request;
    }

    public StubRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public HttpServletRequest build() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, called, arguments) -> answer(called.getName(), arguments));
    }

    private Object answer(String called, Object[] arguments) {
        return switch (called) {
            case "getMethod" -> method;
            case "getServletPath", "getRequestURI" -> path;
            case "getPathInfo" -> null;
            case "getHeader" -> headers.get((String) arguments[0]);
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove((String) arguments[0]);
            case "getSession" -> session((boolean) arguments[0]);
            case "changeSessionId" -> "another";
            default -> throw new UnsupportedOperationException(called);
        };
    }

    private HttpSession session(boolean create) {
        hasSession |= create;
        if (!hasSession) {
            return null;
        }
        return (HttpSession)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HttpSession.class},
                        (proxy, called, arguments) ->
                                switch (called.getName()) {
                                    case "getAttribute" -> session.get((String) arguments[0]);
                                    case "setAttribute" ->
                                            session.put((String) arguments[0], arguments[1]);
                                    case "invalidate" -> {
                                        hasSession = false;
                                        session.clear();
                                        yield null;
                                    }
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    called.getName());
                                });
    }
}
