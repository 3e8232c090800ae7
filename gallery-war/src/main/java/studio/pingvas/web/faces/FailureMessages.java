package studio.pingvas.web.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import org.omnifaces.util.Components;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;

/**
 * Tells people why something failed: at the field that is to blame, or for the whole page. Fields
 * of a page's forms are named as the members of the API.
 */
public final class FailureMessages {
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
        showAt(FIELD_TO_BLAME.get(failure.code()), textOf(failure));
    }

    private static void show(Violation violation) {
        showAt(fieldOf(violation.pointer()), Texts.said(violation.sentence()));
    }

    /** The member of the request; empty for the request as a whole. */
    private static String fieldOf(String pointer) {
        String[] steps = pointer.split("/", 3);
        return steps.length < 2 ? "" : steps[1];
    }

    /** Names the field of the current form that is to blame; null or an empty name blames none. */
    public static void showAt(String field, String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        UIComponent blamed =
                field == null || field.isEmpty() ? null : fieldInCurrentForm(faces, field);
        faces.addMessage(
                blamed == null ? null : blamed.getClientId(faces),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        faces.validationFailed();
    }

    /** A page may have several forms, and some of them fields of the same name. */
    private static UIComponent fieldInCurrentForm(FacesContext faces, String field) {
        UIComponent acting = UIComponent.getCurrentComponent(faces);
        UIForm form = acting == null ? null : Components.getClosestParent(acting, UIForm.class);
        return form == null ? null : form.findComponent(field);
    }

    /** The page's own words for the code; without any, those of the failure. */
    static String textOf(BusinessException failure) {
        String text =
                Texts.ifPresent("failure." + failure.code())
                        .orElseGet(() -> Texts.said(failure.sentence()));
        for (Map.Entry<String, Object> detail : failure.details().entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        }
        return text;
    }
}
