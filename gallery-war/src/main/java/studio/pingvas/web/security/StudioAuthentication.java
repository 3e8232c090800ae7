package studio.pingvas.web.security;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.user.AccessTokens;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.Sessions;
import studio.pingvas.contracts.user.SignIn;
import studio.pingvas.web.problem.Failures;
import studio.pingvas.web.problem.Problem;
import studio.pingvas.web.problem.ProblemCode;

/**
 * The one way in. A bearer token proves the caller of the API and of sockets; a session, opened by
 * a password on the login page, proves the caller of pages.
 */
@ApplicationScoped
public class StudioAuthentication implements HttpAuthenticationMechanism {
    @EJB AccessTokens tokens;
    @EJB SignIn signIn;
    @EJB Sessions sessions;
    @Inject ClientDevice device;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        RequestKind kind = RequestKind.of(request);
        Optional<String> token = BearerToken.of(request);
        if (token.isPresent() && kind != RequestKind.PAGE) {
            return byToken(token.get(), kind, context);
        }
        Credential credential = context.getAuthParameters().getCredential();
        if (credential instanceof UsernamePasswordCredential password) {
            return byPassword(password, context);
        }
        Optional<UUID> session = PageSession.idOf(request);
        if (session.isPresent() && PageSession.mayAuthenticate(request, kind)) {
            return bySession(session.get(), kind, context);
        }
        return byNothing(kind, context);
    }

    private AuthenticationStatus byNothing(RequestKind kind, HttpMessageContext context)
            throws AuthenticationException {
        return switch (kind) {
            case PAGE -> asStranger(context);
            case SOCKET -> byTicket(context.getRequest().getParameter("ticket"), context);
            case API -> context.doNothing();
        };
    }

    /** Browsers cannot send a token with the handshake of a socket; a ticket stands for it once. */
    private AuthenticationStatus byTicket(String ticket, HttpMessageContext context)
            throws AuthenticationException {
        if (ticket == null) {
            return refuse(Problem.of(ProblemCode.TOKEN_MISSING, "Sign in first."), context);
        }
        try {
            return login(tokens.redeemTicket(ticket), context);
        } catch (BusinessException | EJBException failure) {
            return refuse(Failures.problemOf(failure), context);
        }
    }

    private AuthenticationStatus byToken(String token, RequestKind kind, HttpMessageContext context)
            throws AuthenticationException {
        try {
            Identity identity = tokens.verify(token);
            if (kind == RequestKind.SOCKET && !mayFollow(identity)) {
                return refuse(
                        Problem.of(ProblemCode.FORBIDDEN, "The API key lacks the scope read."),
                        context);
            }
            return login(identity, context);
        } catch (BusinessException refusal) {
            if (kind == RequestKind.API) {
                TokenRefusal.note(context.getRequest(), refusal);
                return context.doNothing();
            }
            return refuse(Problem.of(refusal), context);
        } catch (EJBException failure) {
            return refuse(Failures.problemOf(failure), context);
        }
    }

    private AuthenticationStatus bySession(
            UUID session, RequestKind kind, HttpMessageContext context)
            throws AuthenticationException {
        try {
            Optional<Identity> identity = sessions.identityIn(session);
            if (identity.isPresent()) {
                return login(identity.get(), context);
            }
        } catch (EJBException failure) {
            return refuse(Failures.problemOf(failure), context);
        }
        PageSession.forget(context.getRequest());
        return byNothing(kind, context);
    }

    /** Resources say who may call them; a socket has no place to say it. */
    private static boolean mayFollow(Identity identity) {
        return identity.apiKey() == null || identity.roles().contains(ApiScope.READ.role());
    }

    private AuthenticationStatus byPassword(
            UsernamePasswordCredential credential, HttpMessageContext context) {
        try {
            Identity identity =
                    signIn.identify(
                            credential.getCaller(),
                            credential.getPasswordAsString(),
                            device.of(context.getRequest()));
            PageSession.open(context.getRequest(), identity);
            return login(identity, context);
        } catch (BusinessException refusal) {
            TokenRefusal.note(context.getRequest(), refusal);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    private AuthenticationStatus login(Identity identity, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(new StudioPrincipal(identity), identity.roles());
    }

    private static AuthenticationStatus asStranger(HttpMessageContext context)
            throws AuthenticationException {
        HttpServletRequest request = context.getRequest();
        if (!PageSession.isNeededFor(request)) {
            return context.doNothing();
        }
        String loginPage = request.getContextPath() + PageSession.LOGIN_PAGE;
        if (request.getHeader("Faces-Request") == null) {
            return context.redirect(loginPage);
        }
        try {
            PageSession.redirectPartially(context.getResponse(), loginPage);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private static AuthenticationStatus refuse(Problem problem, HttpMessageContext context)
            throws AuthenticationException {
        try {
            problem.at(context.getRequest().getRequestURI()).writeTo(context.getResponse());
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
