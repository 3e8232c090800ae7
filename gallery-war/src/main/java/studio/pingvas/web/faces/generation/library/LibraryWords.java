package studio.pingvas.web.faces.generation.library;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.library.PromptPresets;
import studio.pingvas.contracts.generation.library.PromptWords;
import studio.pingvas.contracts.generation.library.TemplateRequests;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.security.Caller;

/** What the library makes of the words of the caller. */
@RequestScoped
public class LibraryWords {
    @EJB TemplateRequests templates;
    @EJB PromptPresets presets;
    @Inject Caller caller;

    public TextToImage of(FilledTemplate filled) {
        return templates.fill(caller.userId(), filled.id(), filled.values());
    }

    /**
     * @param preset id, or null or empty for none
     */
    public PromptWords with(String preset, PromptWords words) {
        return Ids.of(preset).map(id -> presets.apply(caller.userId(), id, words)).orElse(words);
    }
}
