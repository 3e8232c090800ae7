package studio.pingvas.web.faces.generation.workflow;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageFilter;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobEstimate;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.WorkflowDocument;
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.Workflows;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.Pages;
import studio.pingvas.web.faces.Texts;
import studio.pingvas.web.security.Caller;

/** Workflows as JSON, with all that is wrong in them named, and a form to run them. */
@Named
@ViewScoped
public class WorkflowsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;
    private static final int PICTURES = 50;

    @EJB Workflows workflows;
    @EJB GenerationJobs jobs;
    @EJB ImageCatalog images;
    @Inject Caller caller;

    private final WorkflowDraft draft = new WorkflowDraft();
    private List<Fault> faults = List.of();
    private List<InputField> fields = List.of();
    private boolean started;

    /** Something that is wrong. */
    public record Fault(String pointer, String detail) implements Serializable {}

    @PostConstruct
    void open() {
        Ids.ofParameter("id").ifPresent(this::show);
        attempt(this::askForInputs);
    }

    private void show(UUID id) {
        try {
            draft.take(workflows.get(caller.userId(), id, language()));
        } catch (NotFoundException gone) {
            FailureMessages.show(gone);
        }
    }

    public void check() {
        attempt(
                () -> {
                    askForInputs();
                    workflows.validate(DocumentText.read(draft.getText()));
                    Messages.addGlobalInfo(Texts.of("workflows.right"));
                });
    }

    /** What is new gets an address of its own. */
    public void save() {
        attempt(
                () -> {
                    boolean fresh = draft.isFresh();
                    WorkflowView saved = fresh ? create() : change();
                    String done = Texts.of("workflows.saved", saved.version());
                    if (fresh) {
                        Messages.addFlashGlobalInfo(done);
                        goTo("?id=" + saved.listing().id());
                        return;
                    }
                    draft.take(saved);
                    askForInputs();
                    Messages.addGlobalInfo(done);
                });
    }

    private static void goTo(String query) {
        Faces.redirect(Faces.getRequestContextPath() + Pages.WORKFLOWS + query);
    }

    private WorkflowView create() {
        return workflows.create(caller.userId(), draft.content(), draft.isPublished());
    }

    private WorkflowView change() {
        return workflows.change(
                caller.userId(),
                draft.id(),
                draft.revision(),
                draft.content(),
                draft.isPublished());
    }

    public void copy() {
        draft.becomeNew();
        Messages.addGlobalInfo(Texts.of("workflows.copied"));
    }

    public void delete() {
        attempt(
                () -> {
                    workflows.delete(caller.userId(), draft.id());
                    goTo("");
                });
    }

    public void price() {
        attempt(
                () -> {
                    JobEstimate estimate =
                            jobs.estimate(caller.userId(), request(), UploadedPictures.NONE);
                    Messages.addGlobalInfo(
                            Texts.of("workflows.costs", estimate.estimatedCredits()));
                });
    }

    public void run() {
        attempt(
                () -> {
                    jobs.submit(caller.userId(), request(), UploadedPictures.NONE, null, null);
                    started = true;
                });
    }

    private Workflow request() {
        askForInputs();
        Map<String, String> values = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !field.isEmpty())
                .forEach(field -> values.put(field.getName(), field.getValue()));
        return draft.isAsStored()
                ? new Workflow(draft.id(), draft.getVersion(), null, null, null, values)
                : new Workflow(null, null, DocumentText.read(draft.getText()), null, null, values);
    }

    /** What was typed into inputs that are still there stays. */
    private void askForInputs() {
        WorkflowDocument document = DocumentText.read(draft.getText());
        List<InputField> asked = new ArrayList<>();
        document.inputs()
                .forEach(
                        (name, input) -> {
                            if (input != null) {
                                asked.add(new InputField(name, input));
                            }
                        });
        for (InputField field : asked) {
            fields.stream()
                    .filter(before -> before.getName().equals(field.getName()) && !before.isEmpty())
                    .forEach(before -> field.setValue(before.getValue()));
        }
        fields = asked;
    }

    private void attempt(Runnable work) {
        faults = List.of();
        started = false;
        try {
            work.run();
        } catch (InvalidRequestException invalid) {
            faults =
                    invalid.violations().stream()
                            .map(violation -> new Fault(violation.pointer(), violation.detail()))
                            .toList();
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    public List<WorkflowView> getOwn() {
        return list(Origin.OWN);
    }

    public List<WorkflowView> getShared() {
        return list(Origin.SHARED);
    }

    public List<WorkflowView> getShipped() {
        return list(Origin.SHIPPED);
    }

    private List<WorkflowView> list(Origin origin) {
        return workflows
                .list(
                        caller.userId(),
                        new LibraryQuery(null, null, origin, language(), null, SHOWN))
                .items();
    }

    private static String language() {
        return Texts.locale().getLanguage();
    }

    /** For whatever asks for a picture: the newest of the gallery. */
    public List<ImageView> getPictures() {
        return fields.stream().anyMatch(InputField::isImage)
                ? images.list(caller.userId(), ImageFilter.ALL, null, PICTURES).items()
                : List.of();
    }

    public boolean isCurrent(UUID id) {
        return id.equals(draft.id());
    }

    public WorkflowDraft getDraft() {
        return draft;
    }

    public List<Fault> getFaults() {
        return faults;
    }

    public List<InputField> getFields() {
        return fields;
    }

    /** Whether a job has just been ordered. */
    public boolean isStarted() {
        return started;
    }
}
