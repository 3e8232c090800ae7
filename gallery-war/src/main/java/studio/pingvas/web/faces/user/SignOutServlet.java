package studio.pingvas.web.faces.user;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.Sessions;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.security.Caller;

/** Ends the session. A plain form leads here, so that it works on a page that is long expired. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB private transient Sessions sessions;
    @Inject private transient Caller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Identity> leaving = caller.ifSignedIn();
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        leaving.ifPresent(identity -> sessions.end(identity.userId(), identity.sessionId()));
        response.sendRedirect(request.getContextPath() + Pages.LOGIN);
    }
}
