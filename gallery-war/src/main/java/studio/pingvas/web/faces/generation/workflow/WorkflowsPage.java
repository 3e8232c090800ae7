package studio.pingvas.web.faces.generation.workflow;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
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
import studio.pingvas.contracts.generation.WorkflowView;
import studio.pingvas.contracts.generation.Workflows;
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
    private static final int PICTURES = 50;

    @EJB Workflows workflows;
    @EJB GenerationJobs jobs;
    @EJB ImageCatalog images;
    @Inject Caller caller;

    private final WorkflowDraft draft = new WorkflowDraft();
    private final InputForm inputs = new InputForm();
    private List<Fault> faults = List.of();
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
            String language = Texts.locale().getLanguage();
            draft.take(workflows.get(caller.userId(), id, language));
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
        Map<String, String> values = inputs.values();
        return draft.isAsStored()
                ? new Workflow(draft.id(), draft.getVersion(), null, null, null, values)
                : new Workflow(null, null, DocumentText.read(draft.getText()), null, null, values);
    }

    private void askForInputs() {
        inputs.follow(DocumentText.read(draft.getText()));
    }

    private void attempt(Runnable work) {
        faults = List.of();
        started = false;
        try {
            work.run();
        } catch (InvalidRequestException invalid) {
            faults =
                    invalid.violations().stream()
                            .map(
                                    violation ->
                                            new Fault(
                                                    violation.pointer(),
                                                    Texts.said(violation.sentence())))
                            .toList();
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    /** For whatever asks for a picture: the newest of the gallery. */
    public List<ImageView> getPictures() {
        return inputs.asksForPictures()
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
        return inputs.fields();
    }

    /** Whether a job has just been ordered. */
    public boolean isStarted() {
        return started;
    }
}
