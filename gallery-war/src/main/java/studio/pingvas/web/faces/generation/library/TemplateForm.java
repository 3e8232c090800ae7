package studio.pingvas.web.faces.generation.library;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import studio.pingvas.contracts.generation.PromptPattern;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.contracts.generation.library.Visibility;

/** A template as its author edits it. Its fields are those that the prompts name. */
public class TemplateForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name;
    private String description;
    private String category = "other";
    private String prompt;
    private String negativePrompt;
    private String style;
    private String size;
    private Integer steps;
    private Double guidance;
    private String model;
    private boolean published;
    private List<String> suitedTo = new ArrayList<>();
    private List<FieldForm> fields = new ArrayList<>();

    void show(TemplateView template) {
        TemplateContent content = template.content();
        name = content.name();
        description = content.description();
        category = content.category();
        prompt = content.prompt();
        negativePrompt = content.negativePrompt();
        style = content.style();
        size = content.size();
        steps = content.steps();
        guidance = content.cfgScale();
        model = content.model();
        suitedTo = new ArrayList<>(content.suitedTo());
        published = template.listing().visibility() == Visibility.PUBLIC;
        fields = new ArrayList<>(content.fields().stream().map(FieldForm::new).toList());
    }

    /** Whoever copies a template does not publish the copy by that. */
    void keepPrivate() {
        published = false;
    }

    /** Fields that are no longer named go, new ones come; the others keep what was said of them. */
    void followThePrompts() {
        PromptPattern both = new PromptPattern(orEmpty(prompt) + "\n" + orEmpty(negativePrompt));
        fields = new ArrayList<>(both.names().stream().map(this::formOf).toList());
    }

    private FieldForm formOf(String field) {
        return fields.stream()
                .filter(one -> one.getName().equals(field))
                .findFirst()
                .orElseGet(() -> new FieldForm(field));
    }

    TemplateContent content() {
        return new TemplateContent(
                name,
                FieldForm.orNull(description),
                category,
                prompt,
                FieldForm.orNull(negativePrompt),
                FieldForm.orNull(style),
                fields.stream().map(FieldForm::toField).toList(),
                FieldForm.orNull(size),
                steps,
                guidance,
                FieldForm.orNull(model),
                suitedTo);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
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

    public String getStyle() {
        return style;
    }

    public void setStyle(String style) {
        this.style = style;
    }

    public String getSize() {
        return size;
    }

    public void setSize(String size) {
        this.size = size;
    }

    public Integer getSteps() {
        return steps;
    }

    public void setSteps(Integer steps) {
        this.steps = steps;
    }

    public boolean isPublished() {
        return published;
    }

    public void setPublished(boolean published) {
        this.published = published;
    }

    public List<FieldForm> getFields() {
        return fields;
    }
}
