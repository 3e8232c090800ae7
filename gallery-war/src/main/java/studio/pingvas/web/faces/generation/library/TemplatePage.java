package studio.pingvas.web.faces.generation.library;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.TemplateField;
import studio.pingvas.contracts.generation.library.TemplateField.Choice;
import studio.pingvas.contracts.generation.library.TemplateRequests;
import studio.pingvas.contracts.generation.library.TemplateValues;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.contracts.generation.library.Templates;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.faces.generation.Choices;
import studio.pingvas.web.faces.generation.PriceList;
import studio.pingvas.web.security.Caller;

/** One template: its fields to fill in, and what becomes of them. */
@Named
@ViewScoped
public class TemplatePage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Stands in the preview where something is still to be said. */
    private static final String OPEN = "\u2026";

    @EJB Templates templates;
    @EJB TemplateRequests requests;
    @Inject Caller caller;
    @Inject Choices choices;
    @Inject PriceList prices;

    private UUID templateId;
    private String model;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    private TemplatePreview preview;
    private transient TemplateView template;

    public void open() throws IOException {
        try {
            templateId =
                    Ids.ofParameter("id").orElseThrow(() -> new NotFoundException("The template"));
            begin();
        } catch (NotFoundException gone) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, gone.getMessage());
        }
    }

    private void begin() {
        for (TemplateField field : getTemplate().content().fields()) {
            values.put(field.name(), field.defaultValue() == null ? "" : field.defaultValue());
        }
        model = suggestedModel();
        showPreview();
    }

    /** The template's own, or the first that has learned such pictures, or the default one. */
    private String suggestedModel() {
        List<ModelView> models = choices.models();
        return models.stream()
                .filter(one -> one.id().equals(getTemplate().content().model()))
                .findFirst()
                .or(
                        () ->
                                models.stream()
                                        .filter(one -> getTemplate().content().suits(one.base()))
                                        .filter(one -> !getTemplate().content().suits(""))
                                        .findFirst())
                .orElseGet(() -> choices.model(null))
                .id();
    }

    /** What it would be now, with a sign where something is still to be said. */
    public void showPreview() {
        problems.clear();
        Map<String, String> said = said();
        getTemplate().content().fields().stream()
                .filter(TemplateField::required)
                .forEach(field -> said.merge(field.name(), OPEN, TemplatePage::orOpen));
        try {
            TextToImage request =
                    requests.fill(caller.userId(), templateId, new TemplateValues(said, model));
            preview = TemplatePreview.of(request, prices.of(caller.userId(), request));
        } catch (BusinessException refusal) {
            showProblems(refusal);
        }
    }

    /** Faces gives null for a field that was left empty. */
    private Map<String, String> said() {
        Map<String, String> said = new HashMap<>();
        values.forEach((name, value) -> said.put(name, value == null ? "" : value));
        return said;
    }

    private static String orOpen(String value, String open) {
        return value.isBlank() ? open : value;
    }

    /** Leads to the generate page, which fills the template again. */
    public void use() {
        problems.clear();
        Map<String, String> said = said();
        try {
            requests.fill(caller.userId(), templateId, new TemplateValues(said, model));
        } catch (BusinessException refusal) {
            showProblems(refusal);
            return;
        }
        String address = FilledTemplate.addressOf(templateId, said, model);
        if (address.length() > FilledTemplate.MAX_ADDRESS) {
            FailureMessages.showAt(null, Texts.of("templates.too.long"));
            return;
        }
        Faces.redirect(Faces.getRequestContextPath() + Pages.GENERATE + address);
    }

    private void showProblems(BusinessException refusal) {
        if (!(refusal instanceof InvalidRequestException invalid)) {
            FailureMessages.show(refusal);
            return;
        }
        for (Violation violation : invalid.violations()) {
            String field = violation.pointer().replaceFirst("^/fields/", "");
            if (values.containsKey(field)) {
                problems.put(field, textOf(field, violation));
            } else {
                FailureMessages.show(new InvalidRequestException(List.of(violation)));
            }
        }
        Faces.validationFailed();
    }

    private String textOf(String field, Violation violation) {
        return said().get(field).isBlank()
                ? Texts.of("templates.missing")
                : Texts.said(violation.sentence());
    }

    public TemplateView getTemplate() {
        if (template == null) {
            template = templates.get(caller.userId(), templateId, Texts.locale().getLanguage());
        }
        return template;
    }

    /** With nothing among them where nothing may be said. */
    public List<Choice> optionsOf(TemplateField field) {
        List<Choice> options = new ArrayList<>(field.choices());
        if (!field.required()) {
            options.add(0, new Choice("", Texts.of("templates.none")));
        }
        return options;
    }

    public boolean isOwn() {
        return getTemplate().listing().origin() == Origin.OWN;
    }

    public boolean isShared() {
        return getTemplate().listing().origin() == Origin.SHARED;
    }

    public boolean isSuited() {
        return getTemplate().content().suits(choices.model(model).base());
    }

    public List<ModelView> getModels() {
        return choices.models();
    }

    public String getModel() {
        return model;
    }

    public void setModel(String model) {
        this.model = model;
    }

    public Map<String, String> getValues() {
        return values;
    }

    /** By the names of the fields. */
    public Map<String, String> getProblems() {
        return problems;
    }

    /** Null until the values make sense. */
    public TemplatePreview getPreview() {
        return preview;
    }
}
