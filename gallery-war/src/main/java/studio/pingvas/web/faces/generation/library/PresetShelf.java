package studio.pingvas.web.faces.generation.library;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.PresetView;
import studio.pingvas.contracts.generation.library.PromptPresets;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** The presets that pages offer, asked once for each request. */
@Named
@RequestScoped
public class PresetShelf {
    private static final int PER_PAGE = 100;

    @EJB PromptPresets presets;
    @Inject Caller caller;

    private final Map<Origin, List<PresetView>> newest = new EnumMap<>(Origin.class);
    private List<PresetView> own;

    /** At most a hundred. */
    public List<PresetView> of(Origin origin) {
        return newest.computeIfAbsent(origin, which -> page(which, null).items());
    }

    /** All of the person's own. */
    public List<PresetView> own() {
        if (own == null) {
            own = new ArrayList<>();
            String cursor = null;
            do {
                LibraryPage<PresetView> page = page(Origin.OWN, cursor);
                own.addAll(page.items());
                cursor = page.nextCursor();
            } while (cursor != null);
        }
        return own;
    }

    /** For a menu: the ready-made and the person's own. */
    public List<SelectItem> getOptions() {
        List<SelectItem> options = new ArrayList<>();
        options.add(new SelectItem("", Texts.of("templates.none")));
        options.add(group("origin.shipped", of(Origin.SHIPPED)));
        if (!own().isEmpty()) {
            options.add(group("origin.own", own()));
        }
        return options;
    }

    private static SelectItem group(String label, List<PresetView> presets) {
        SelectItemGroup group = new SelectItemGroup(Texts.of(label));
        group.setSelectItems(
                presets.stream().map(PresetShelf::optionOf).toArray(SelectItem[]::new));
        return group;
    }

    private static SelectItem optionOf(PresetView preset) {
        return new SelectItem(preset.listing().id().toString(), preset.content().name());
    }

    private LibraryPage<PresetView> page(Origin origin, String cursor) {
        String language = Texts.locale().getLanguage();
        return presets.list(
                caller.userId(), new LibraryQuery(null, null, origin, language, cursor, PER_PAGE));
    }
}
