package studio.pingvas.web.faces.generation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.omnifaces.util.Faces;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.web.faces.FailureMessages;
import studio.pingvas.web.faces.Ids;
import studio.pingvas.web.faces.generation.library.FilledTemplate;
import studio.pingvas.web.faces.generation.library.LibraryWords;
import studio.pingvas.web.security.Caller;

/** Prompt in, picture out; the browser follows the jobs by itself. */
@Named
@ViewScoped
public class GeneratePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @EJB GenerationJobs jobs;
    @EJB ImageCatalog images;
    @Inject Caller caller;
    @Inject Choices choices;
    @Inject PriceList prices;
    @Inject LibraryWords library;
    @Inject Orders orders;

    private final PictureForm form = new PictureForm();
    private Price price;

    @PostConstruct
    void open() {
        form.useDefaultsOf(choices.defaultModel(), choices.plan().maxPixels());
        Ids.ofParameter("image").ifPresent(this::takeRecipeOfImage);
        FilledTemplate.ofAddress().ifPresent(this::takeTemplate);
        quote();
    }

    public void changeModel() {
        form.useDefaultsOf(choices.model(form.getModel()), choices.plan().maxPixels());
        quote();
    }

    public void quote() {
        try {
            price = orders.priceOf(form);
        } catch (BusinessException refusal) {
            price = null;
            FailureMessages.show(refusal);
        }
    }

    public void submit() {
        try {
            orders.place(form);
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
        lookAtBalance();
    }

    /** Credits have come or gone. */
    void lookAtBalance() {
        price = prices.withBalanceOf(caller.userId(), price);
    }

    public void takeRecipe() {
        try {
            JobView job = jobs.get(caller.userId(), LinePanel.jobOfParameter());
            if (job.painting().paints()) {
                form.useRecipeOf(job);
                quote();
            }
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    private void takeRecipeOfImage(UUID imageId) {
        try {
            ImageView image = images.get(caller.userId(), imageId);
            if (image.steps() > 0) {
                form.useRecipeOf(image);
                form.useSizeOf(getModel());
            }
        } catch (NotFoundException gone) {
            FailureMessages.show(gone);
        }
    }

    private void takeTemplate(FilledTemplate filled) {
        try {
            TextToImage request = library.of(filled);
            form.useDefaultsOf(choices.model(request.model()), choices.plan().maxPixels());
            form.useRequest(request);
        } catch (BusinessException refusal) {
            FailureMessages.show(refusal);
        }
    }

    /** A picture of the gallery to begin with. */
    public void takeInput() {
        try {
            UUID imageId =
                    Ids.ofParameter("image")
                            .orElseThrow(() -> new NotFoundException("The picture"));
            begin(start -> start.take(images.get(caller.userId(), imageId)));
        } catch (NotFoundException gone) {
            FailureMessages.show(gone);
        }
        quote();
    }

    /** The browser has a file that it will send with the request. */
    public void takeFile() {
        int width = side("width");
        int height = side("height");
        begin(start -> start.takeFile(width, height));
        quote();
    }

    /** Nonsense is no picture at all. */
    private static int side(String name) {
        String value = Faces.getRequestParameter(name);
        return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    private void begin(Consumer<StartPicture> with) {
        with.accept(form.getStart());
        if (form.getStart().isPresent()) {
            form.useFormOf(form.getStart(), getSizes());
        }
    }

    public void dropInput() {
        form.getStart().drop();
        quote();
    }

    /** Whose pauses concern the person. */
    public String getTier() {
        return choices.plan().tier().key();
    }

    public PictureForm getForm() {
        return form;
    }

    public Price getPrice() {
        return price;
    }

    public List<ModelView> getModels() {
        return choices.models();
    }

    public ModelView getModel() {
        return choices.model(form.getModel());
    }

    public List<ModelView.Size> getSizes() {
        return choices.sizesOf(getModel());
    }

    public ModelView.Size getSize() {
        return getSizes().stream()
                .filter(size -> PictureForm.nameOf(size).equals(form.getSize()))
                .findFirst()
                .orElseGet(() -> getModel().defaultSize());
    }

    public int getMaxSteps() {
        return choices.plan().maxSteps();
    }

    public int getMaxBatch() {
        return choices.plan().maxBatch();
    }

    public int getMaxCount() {
        return choices.plan().maxImages();
    }

    public List<String> getExamples() {
        return ExamplePrompts.of(getModel());
    }
}
