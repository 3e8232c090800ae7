package studio.pingvas.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Our mechanism changes no answer, so the server need not ask it to: it looks the mechanism up
 * anew, which costs more than knowing the caller of an API key.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class UnchangedAnswerFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** By this Payara finds whom to ask. Under another name it is just asked again. */
    static final String MESSAGE = "__jakarta.security.auth.message.MessageInfo";

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.removeAttribute(MESSAGE);
        chain.doFilter(request, response);
    }
}
