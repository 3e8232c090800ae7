package studio.pingvas.web.faces.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnifaces.util.Faces;
import studio.pingvas.web.security.Caller;

/** The language of a page: the browser's; if we do not speak it, that of the account. */
@Named
@RequestScoped
public class PageLanguage {
    private static final List<String> SPOKEN = List.of("en", "ko");

    @Inject Caller caller;
    @Inject SignedInAccount account;

    private Locale locale;

    public Locale getLocale() {
        if (locale == null) {
            locale =
                    firstSpoken(Collections.list(Faces.getRequest().getLocales()))
                            .or(this::ofAccount)
                            .orElse(Locale.ENGLISH);
        }
        return locale;
    }

    private Optional<Locale> ofAccount() {
        return caller.ifSignedIn().map(signedIn -> new Locale(account.get().language()));
    }

    static Optional<Locale> firstSpoken(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(SPOKEN::contains)
                .map(Locale::new)
                .findFirst();
    }
}
