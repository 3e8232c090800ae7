package studio.pingvas.web.faces.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import org.omnifaces.util.Faces;

/** Opens the session of a person who knows the password. */
@RequestScoped
class PasswordLogin {
    @Inject SecurityContext security;

    boolean succeedsFor(String email, String password) {
        AuthenticationStatus status =
                security.authenticate(
                        Faces.getRequest(),
                        Faces.getResponse(),
                        AuthenticationParameters.withParams()
                                .credential(new UsernamePasswordCredential(email, password))
                                .newAuthentication(true));
        return status == AuthenticationStatus.SUCCESS;
    }
}
