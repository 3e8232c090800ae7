package studio.pingvas.web.faces.generation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.library.PromptWords;
import studio.pingvas.contracts.model.ModelView;

/** What the form of the generate page holds. */
public class PictureForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A price does not depend on the prompt, but a request without one has none. */
    private static final String ANY_PROMPT = "-";

    @Size(max = 2000)
    private String prompt;

    @Size(max = 2000)
    private String negativePrompt;

    /** Id of a prompt preset that is put around the words; null or empty for none. */
    private String preset;

    @NotNull private String model;
    @NotNull private String size;

    @NotNull
    @Min(1)
    @Max(200)
    private Integer steps;

    @NotNull
    @DecimalMin("0")
    @DecimalMax("30")
    private Double guidance;

    @Min(0)
    @Max(4294967295L)
    private Long seed;

    @NotNull
    @Min(1)
    @Max(8)
    private Integer count = 1;

    private final StartPicture start = new StartPicture();
    private final SeveralForm several = new SeveralForm();

    /** What the model suggests, in the largest size that the tier allows. */
    void useDefaultsOf(ModelView suggested, long maxPixels) {
        model = suggested.id();
        size =
                suggested.sizes().stream()
                        .filter(one -> pixelsOf(one) <= maxPixels)
                        .max(Comparator.comparingLong(PictureForm::pixelsOf))
                        .map(one -> nameOf(one.width(), one.height()))
                        .orElseGet(() -> nameOf(suggested.defaultSize()));
        steps = suggested.defaultSteps();
        guidance = suggested.defaultGuidance();
    }

    void useRecipeOf(JobView job) {
        preset = null;
        JobStage painting = job.painting();
        prompt = painting.prompt();
        negativePrompt = painting.negativePrompt();
        model = painting.model();
        size = nameOf(painting.width(), painting.height());
        steps = painting.steps();
        guidance = painting.cfgScale();
        seed = job.seed();
        count = job.count();
    }

    void useRecipeOf(ImageView image) {
        preset = null;
        prompt = image.prompt();
        negativePrompt = image.negativePrompt();
        model = image.model();
        size = nameOf(image.width(), image.height());
        steps = image.steps();
        guidance = image.cfgScale();
        seed = image.seed();
        count = 1;
    }

    /** What it leaves open stays as it is. */
    void useRequest(TextToImage request) {
        prompt = request.prompt();
        negativePrompt = request.negativePrompt();
        size = nameOf(request.width(), request.height());
        steps = request.steps() == null ? steps : request.steps();
        guidance = request.cfgScale() == null ? guidance : request.cfgScale();
    }

    /** An enlarged picture has a size that its model may not make. */
    void useSizeOf(ModelView chosen) {
        boolean possible = chosen.sizes().stream().anyMatch(one -> nameOf(one).equals(size));
        if (!possible) {
            size = nameOf(chosen.defaultSize());
        }
    }

    /** What each job is to show; one job has the first of them. */
    List<PromptWords> words() {
        return words(prompt);
    }

    private List<PromptWords> words(String first) {
        Stream<String> others = asksForSeveral() ? several.lines().stream() : Stream.empty();
        // One more than there may be is refused like thousands more.
        return Stream.concat(Stream.of(first), others.limit(BatchRequest.MOST_JOBS))
                .map(wish -> new PromptWords(wish, negativePrompt))
                .toList();
    }

    /** Whether more than one job is asked for. An enlargement has nothing that could change. */
    public boolean asksForSeveral() {
        return start.isPainting() && several.isAsked();
    }

    /** The form that comes next to that of the picture, as large as can be. */
    void useFormOf(StartPicture picture, List<ModelView.Size> sizes) {
        double wanted = Math.log((double) picture.getWidth() / picture.getHeight());
        sizes.stream()
                .min(
                        Comparator.comparingDouble(
                                        (ModelView.Size one) -> Math.abs(formOf(one) - wanted))
                                .thenComparing(
                                        Comparator.comparingLong(PictureForm::pixelsOf).reversed()))
                .ifPresent(nearest -> size = nameOf(nearest));
    }

    private static double formOf(ModelView.Size size) {
        return Math.log((double) size.width() / size.height());
    }

    /**
     * @param words what is asked for, with the preset around it
     */
    GenerationRequest toRequest(PromptWords words) {
        return toRequest(words.prompt(), words.negativePrompt());
    }

    GenerationRequest toRequestForPrice() {
        return toRequest(ANY_PROMPT, null);
    }

    /**
     * @param words as for one job, those of all
     */
    BatchRequest toBatch(List<PromptWords> words) {
        PromptWords first = words.get(0);
        boolean crossed = words.size() > 1 && several.isCrossed();
        String wish = crossed ? SeveralForm.PLACE_OF_PROMPT : first.prompt();
        return several.of(
                toRequest(wish, first.negativePrompt()),
                words.stream().map(PromptWords::prompt).toList());
    }

    BatchRequest toBatchForPrice() {
        return toBatch(words(ANY_PROMPT));
    }

    private GenerationRequest toRequest(String wish, String unwanted) {
        return start.beginning(
                new TextToImage(
                        wish, unwanted, model, sideOf(0), sideOf(1), steps, guidance, null, seed,
                        count, null));
    }

    private Integer sideOf(int place) {
        return Integer.valueOf(size.split("x", 2)[place]);
    }

    static String nameOf(ModelView.Size size) {
        return nameOf(size.width(), size.height());
    }

    private static String nameOf(int width, int height) {
        return width + "x" + height;
    }

    private static long pixelsOf(ModelView.Size size) {
        return (long) size.width() * size.height();
    }

    public StartPicture getStart() {
        return start;
    }

    public SeveralForm getSeveral() {
        return several;
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

    public String getPreset() {
        return preset;
    }

    public void setPreset(String preset) {
        this.preset = preset;
    }

    public String getModel() {
        return model;
    }

    public void setModel(String model) {
        this.model = model;
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

    public Double getGuidance() {
        return guidance;
    }

    public void setGuidance(Double guidance) {
        this.guidance = guidance;
    }

    public Long getSeed() {
        return seed;
    }

    public void setSeed(Long seed) {
        this.seed = seed;
    }

    public Integer getCount() {
        return count;
    }

    public void setCount(Integer count) {
        this.count = count;
    }
}
