package studio.pingvas.web.faces;

import jakarta.faces.context.FacesContext;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Texts of the pages in the language of the view. */
public final class Texts {
    private static final String BUNDLE = "studio.pingvas.web.faces.messages";

    private Texts() {}

    static Optional<String> ifPresent(String key) {
        ResourceBundle bundle = bundle();
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    public static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                BUNDLE, locale(), Thread.currentThread().getContextClassLoader());
    }
}
