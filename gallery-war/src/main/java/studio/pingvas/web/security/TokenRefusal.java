package studio.pingvas.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import studio.pingvas.contracts.BusinessException;

/**
 * Why the proof that came with a request was not accepted, kept until somebody asks. Open resources
 * do not ask: a client whose access token has just expired must be able to refresh it.
 */
public final class TokenRefusal {
    private static final String ATTRIBUTE = TokenRefusal.class.getName();

    private TokenRefusal() {}

    static void note(HttpServletRequest request, BusinessException refusal) {
        request.setAttribute(ATTRIBUTE, refusal);
    }

    public static Optional<BusinessException> of(HttpServletRequest request) {
        return Optional.ofNullable((BusinessException) request.getAttribute(ATTRIBUTE));
    }
}
