package studio.pingvas.web.faces;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import studio.pingvas.contracts.Sentence;

/** Texts of the pages in the language of the view. */
public final class Texts {
    private static final String BUNDLE = "studio.pingvas.web.faces.messages";
    private static final String SENTENCES = "studio.pingvas.web.faces.sentences";

    private Texts() {}

    /**
     * @throws java.util.MissingResourceException if no text has the key: a mistake of the page
     */
    public static String of(String key, Object... values) {
        return in(locale(), key, values);
    }

    /** For code that is told the language; pages have it from their view. */
    public static String in(Locale locale, String key, Object... values) {
        return new MessageFormat(bundle(locale).getString(key), locale).format(values);
    }

    /** For names that are put together, where not every name has a text. */
    public static Optional<String> ifPresent(String key) {
        ResourceBundle bundle = bundle(locale());
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** In English, if the language of the view does not know it. */
    public static String said(Sentence sentence) {
        return said(locale(), sentence);
    }

    static String said(Locale locale, Sentence sentence) {
        ResourceBundle known = bundle(SENTENCES, locale);
        String key = sentence.key();
        return known.containsKey(key) ? sentence.saidAs(known.getString(key)) : sentence.english();
    }

    public static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static ResourceBundle bundle(Locale locale) {
        return bundle(BUNDLE, locale);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, Thread.currentThread().getContextClassLoader());
    }
}
