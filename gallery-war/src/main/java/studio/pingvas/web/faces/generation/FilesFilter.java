package studio.pingvas.web.faces.generation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Only the page that asks for pictures takes files. Others are open to everybody, and a file is on
 * the disk before a page can say that it wants none.
 */
@WebFilter(urlPatterns = "*.xhtml")
public class FilesFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String TAKES_FILES = "/app/generate.xhtml";

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SentFiles.mayBeIn(request) && !request.getServletPath().equals(TAKES_FILES)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
