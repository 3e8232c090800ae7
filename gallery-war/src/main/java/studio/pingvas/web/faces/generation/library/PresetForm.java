package studio.pingvas.web.faces.generation.library;

import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.contracts.generation.library.PresetView;
import studio.pingvas.contracts.generation.library.Visibility;

/** What the form of the presets page holds. */
public class PresetForm {
    private String id;
    private Integer version;
    private String name;
    private String prompt;
    private String negativePrompt;
    private boolean published;

    /** To be changed. */
    void show(PresetView preset) {
        id = preset.listing().id().toString();
        version = preset.listing().version();
        published = preset.listing().visibility() == Visibility.PUBLIC;
        copy(preset);
    }

    /** As the beginning of a new one. */
    void copy(PresetView preset) {
        name = preset.content().name();
        prompt = preset.content().prompt();
        negativePrompt = preset.content().negativePrompt();
    }

    PresetContent content() {
        return new PresetContent(name, prompt, negativePrompt);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Integer getVersion() {
        return version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPrompt() {
        return prompt;
    }

    public void setPrompt(String prompt) {
        this.prompt = prompt;
    }

    public String getNegativePrompt() {
        return negativePrompt;
    }

    public void setNegativePrompt(String negativePrompt) {
        this.negativePrompt = negativePrompt;
    }

    public boolean isPublished() {
        return published;
    }

    public void setPublished(boolean published) {
        this.published = published;
    }
}
