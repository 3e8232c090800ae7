package studio.pingvas.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;

/**
 * Tells people why something failed: at the field that is to blame, or for the whole page. Fields
 * of a page's form are named as the members of the API.
 */
public final class FailureMessages {
    private static final String FORM = "form:";

    private static final Map<String, String> FIELD_TO_BLAME =
            Map.of(
                    "email-taken", "email",
                    "size-not-supported", "size",
                    "model-not-found", "model",
                    "model-not-in-tier", "model");

    private FailureMessages() {}

    public static void show(BusinessException failure) {
        if (failure instanceof InvalidRequestException invalid
                && !FIELD_TO_BLAME.containsKey(failure.code())) {
            invalid.violations().forEach(FailureMessages::show);
            return;
        }
        show(FIELD_TO_BLAME.get(failure.code()), textOf(failure));
    }

    private static void show(Violation violation) {
        show(violation.pointer().substring(1), violation.detail());
    }

    private static void show(String field, String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean known = field != null && faces.getViewRoot().findComponent(FORM + field) != null;
        faces.addMessage(
                known ? FORM + field : null,
                new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        faces.validationFailed();
    }

    /** The page's own words for the code; without any, those of the failure. */
    static String textOf(BusinessException failure) {
        String text = Texts.ifPresent("failure." + failure.code()).orElse(failure.getMessage());
        for (Map.Entry<String, Object> detail : failure.details().entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        }
        return text;
    }
}
