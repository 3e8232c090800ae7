package studio.pingvas.web.security;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import studio.pingvas.contracts.user.AccessTokens;
import studio.pingvas.web.problem.Failures;

/** The keys that prove our tokens, where verifiers look for them (RFC 8615). */
@WebServlet("/.well-known/jwks.json")
public class PublicKeysServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB private transient AccessTokens tokens;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            byte[] keys = tokens.publicKeys().getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/jwk-set+json");
            response.setHeader("Cache-Control", "public, max-age=60");
            response.getOutputStream().write(keys);
        } catch (EJBException failure) {
            Failures.problemOf(failure).at(request.getRequestURI()).writeTo(response);
        }
    }
}
