package studio.pingvas.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import studio.pingvas.platform.store.StoreSettings;

/** Tells browsers what they must not do with our answers. */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** An answer of the API is data; shown as a document it may load and run nothing. */
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /**
     * No script-src here: two policies are both enforced, and PrimeFaces sends the one for scripts,
     * with a nonce for each page.
     */
    private static final String PAGE_POLICY =
            "; connect-src 'self'; font-src 'self' data:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private static final String PICTURES = "img-src 'self' data: blob:";

    /** Their addresses hold what a mail brought, which must not travel on. */
    private static final Set<String> PAGES_OF_LINKS =
            Set.of("/verify-email.xhtml", "/reset-password.xhtml");

    @Inject StoreSettings store;

    private String pagePolicy;

    /** Pictures are redirected to where the store is. */
    @Override
    public void init() {
        pagePolicy =
                PICTURES
                        + store.publicOrigin().map(origin -> " " + origin).orElse("")
                        + PAGE_POLICY;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean page = RequestKind.of(request) == RequestKind.PAGE;
        response.setHeader("Content-Security-Policy", page ? pagePolicy : DATA_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", referrerPolicyOf(request));
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        chain.doFilter(request, response);
    }

    private static String referrerPolicyOf(HttpServletRequest request) {
        return PAGES_OF_LINKS.contains(RequestKind.pathOf(request)) ? "no-referrer" : "same-origin";
    }
}
