package studio.pingvas.web.rest.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import studio.pingvas.contracts.user.SignIn;
import studio.pingvas.contracts.user.TokenPair;
import studio.pingvas.web.problem.ProblemCode;
import studio.pingvas.web.rest.description.Problems;
import studio.pingvas.web.security.ClientDevice;

/** Opens accounts and gives tokens for them. */
@Path("auth")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    @EJB SignIn signIn;
    @Inject SignUp signUp;
    @Inject ClientDevice device;

    @POST
    @Path("register")
    @Problems({ProblemCode.EMAIL_TAKEN, ProblemCode.RATE_LIMITED})
    @APIResponseSchema(value = AccountDocument.class, responseCode = "201")
    public Response register(SignUp.Form form, @Context HttpServletRequest request) {
        return signUp.open(form, request);
    }

    @POST
    @Path("login")
    @Problems({ProblemCode.BAD_CREDENTIALS, ProblemCode.RATE_LIMITED})
    public Tokens login(Login login, @Context HttpServletRequest request) {
        return Tokens.of(signIn.signIn(login.email(), login.password(), device.of(request)));
    }

    @POST
    @Path("refresh")
    @Problems({ProblemCode.TOKEN_INVALID, ProblemCode.TOKEN_EXPIRED})
    public Tokens refresh(Refresh refresh) {
        return Tokens.of(signIn.refresh(refresh.refreshToken()));
    }

    /** What somebody signs in with. */
    public record Login(String email, String password) {
        @Override
        public String toString() {
            return "Login[email=" + email + "]";
        }
    }

    /** The token that is exchanged. */
    public record Refresh(String refreshToken) {
        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    /** A pair of tokens, as OAuth 2 names its members (RFC 6749, section 5.1). */
    public record Tokens(
            String accessToken, String refreshToken, String tokenType, long expiresIn) {
        static Tokens of(TokenPair pair) {
            return new Tokens(
                    pair.accessToken(), pair.refreshToken(), "bearer", pair.expiresInSeconds());
        }

        @Override
        public String toString() {
            return "Tokens[expiresIn=" + expiresIn + "]";
        }
    }
}
