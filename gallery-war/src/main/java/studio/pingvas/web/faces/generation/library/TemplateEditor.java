package studio.pingvas.web.faces.generation.library;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.SizePreset;
import studio.pingvas.contracts.generation.library.TemplateView;
import studio.pingvas.contracts.generation.library.Templates;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** Where people write templates: a new one, one of theirs, or a copy of any. */
@Named
@ViewScoped
public class TemplateEditor implements Serializable {
    private static final long serialVersionUID = 1L;

    @EJB Templates templates;
    @Inject Caller caller;

    private final TemplateForm form = new TemplateForm();
    private UUID templateId;
    private Integer version;

    public void open() throws IOException {
        try {
            Optional<UUID> changed = Ids.ofParameter("id");
            if (changed.isPresent()) {
                change(template(changed.get()));
            } else {
                Ids.ofParameter("from").ifPresent(this::copy);
            }
        } catch (NotFoundException gone) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, gone.getMessage());
        }
    }

    private void change(TemplateView template) {
        if (template.listing().origin() != Origin.OWN) {
            throw new NotFoundException("The template");
        }
        templateId = template.listing().id();
        version = template.listing().version();
        form.show(template);
    }

    private void copy(UUID id) {
        form.show(template(id));
        form.keepPrivate();
    }

    private TemplateView template(UUID id) {
        return templates.get(caller.userId(), id, Texts.locale().getLanguage());
    }

    public void followThePrompts() {
        form.followThePrompts();
    }

    public void save() {
        form.followThePrompts();
        try {
            Faces.redirect(
                    Faces.getRequestContextPath()
                            + Pages.TEMPLATE
                            + "?id="
                            + saved().listing().id());
        } catch (InvalidRequestException invalid) {
            invalid.violations().forEach(this::show);
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    private TemplateView saved() {
        UUID user = caller.userId();
        return templateId == null
                ? templates.create(user, form.content(), form.isPublished())
                : templates.change(user, templateId, version, form.content(), form.isPublished());
    }

    /** What is wrong with a field of the template is said beside the name of that field. */
    private void show(Violation violation) {
        String[] steps = violation.pointer().split("/");
        if (steps.length > 2 && steps[1].equals("fields")) {
            String name = form.getFields().get(Integer.parseInt(steps[2])).getName();
            String detail = Texts.said(violation.sentence());
            FailureMessages.showAt(null, "{" + name + "}: " + detail);
        } else {
            FailureMessages.show(new InvalidRequestException(List.of(violation)));
        }
    }

    public TemplateForm getForm() {
        return form;
    }

    public boolean isNew() {
        return templateId == null;
    }

    public List<String> getCategories() {
        return Templates.CATEGORIES;
    }

    public SizePreset[] getSizes() {
        return SizePreset.values();
    }

    public String labelOfCategory(String name) {
        return Texts.of("category." + name);
    }

    public String labelOf(SizePreset size) {
        return Texts.of("size.preset." + size.key(), size.width(), size.height());
    }
}
