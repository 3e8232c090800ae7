package studio.pingvas.web.faces.user;

import org.omnifaces.util.Faces;
import studio.pingvas.web.faces.Texts;

/** Why a sign-in at another provider did not succeed, as the way back tells by a code. */
final class SignInProblem {
    private SignInProblem() {}

    /** Null if the address tells of none; a code without words of its own gets general ones. */
    static String ofAddress() {
        String code = Faces.getRequestParameter("problem");
        return code == null
                ? null
                : Texts.ifPresent("failure." + code)
                        .orElseGet(() -> Texts.of("failure.external-sign-in-failed"));
    }
}
