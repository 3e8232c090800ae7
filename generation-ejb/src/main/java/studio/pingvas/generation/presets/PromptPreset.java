package studio.pingvas.generation.presets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.contracts.generation.library.PresetView;
import studio.pingvas.generation.library.LibraryItem;

/** A prompt preset that a person has written. */
@Entity
@Table(name = "prompt_preset")
public class PromptPreset extends LibraryItem {
    private String name;
    private String prompt;

    @Column(name = "negative_prompt")
    private String negativePrompt;

    protected PromptPreset() {}

    PromptPreset(UUID userId, PresetContent content, boolean published, Instant now) {
        super(userId, published, now);
        take(content);
    }

    void change(PresetContent content, boolean published, Instant now) {
        take(content);
        changed(published, now);
    }

    private void take(PresetContent content) {
        PresetContent whole = PresetRules.withoutNulls(content);
        name = whole.name();
        prompt = whole.prompt();
        negativePrompt = whole.negativePrompt();
        findBy(name, prompt);
    }

    PresetContent content() {
        return new PresetContent(name, prompt, negativePrompt);
    }

    PresetView viewFor(UUID reader) {
        return new PresetView(listingFor(reader), content());
    }
}
