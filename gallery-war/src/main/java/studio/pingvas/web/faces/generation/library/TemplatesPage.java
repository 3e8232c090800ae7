package studio.pingvas.web.faces.generation.library;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.contracts.generation.library.Templates;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.faces.generation.Choices;
import studio.pingvas.web.security.Caller;

/** The library of templates. What is looked for is in the address. */
@Named
@RequestScoped
public class TemplatesPage {
    private static final int PER_PAGE = 24;

    @EJB Templates templates;
    @Inject Choices choices;
    @Inject Caller caller;

    private String category;
    private String search;
    private String origin;
    private String cursor;
    private LibraryPage<TemplateView> found;

    public List<TemplateView> getItems() {
        return found().items();
    }

    public String getNextCursor() {
        return found().nextCursor();
    }

    private LibraryPage<TemplateView> found() {
        if (found == null) {
            found = find();
        }
        return found;
    }

    /** An address that somebody has changed by hand finds nothing. */
    private LibraryPage<TemplateView> find() {
        try {
            return templates.list(
                    caller.userId(),
                    new LibraryQuery(
                            orNull(category),
                            search,
                            originOf(origin),
                            Texts.locale().getLanguage(),
                            cursor,
                            PER_PAGE));
        } catch (InvalidRequestException nonsense) {
            return new LibraryPage<>(List.of(), null);
        }
    }

    private static Origin originOf(String name) {
        return Arrays.stream(Origin.values())
                .filter(known -> nameOf(known).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** As addresses and texts name it. */
    public static String nameOf(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    public List<PromptPart> partsOf(TemplateContent template) {
        return PromptPart.of(template);
    }

    public String labelOfCategory(String name) {
        return Texts.of("category." + name);
    }

    public String labelOf(Origin known) {
        return Texts.of("origin." + nameOf(known));
    }

    /** Whether a model that the tier allows has learned such pictures. */
    public boolean isPaintable(TemplateContent template) {
        return choices.models().stream().anyMatch(model -> template.suits(model.base()));
    }

    public List<String> getCategories() {
        return Templates.CATEGORIES;
    }

    public Origin[] getOrigins() {
        return Origin.values();
    }

    /** For {@code aria-current}: null leaves the attribute out. */
    public String currentCategory(String name) {
        return name.equals(category) ? "true" : null;
    }

    public String currentOrigin(Origin known) {
        return known == originOf(origin) ? "true" : null;
    }

    public boolean isEverything() {
        return originOf(origin) == null;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public String getOrigin() {
        return origin;
    }

    public void setOrigin(String origin) {
        this.origin = origin;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
