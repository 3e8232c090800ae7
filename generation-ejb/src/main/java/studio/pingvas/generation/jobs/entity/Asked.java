package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.List;
import studio.pingvas.contracts.generation.JobStage;

/** What a job is to do, what it begins with and where its end is reported to. */
@Embeddable
public class Asked {
    private String kind;
    @Embedded private Picture picture;

    @Convert(converter = JobStages.class)
    private List<JobStage> stages;

    @Column(name = "image_key")
    private String imageKey;

    @Column(name = "mask_key")
    private String maskKey;

    @Convert(converter = LaterStageKeys.class)
    @Column(name = "later_keys")
    private List<StageKeys> laterKeys;

    @Column(name = "webhook_url")
    private String webhookUrl;

    protected Asked() {}

    Asked(Work work) {
        this.kind = work.kind();
        this.picture = work.picture();
        this.stages = work.stages();
        this.laterKeys = List.of();
    }

    /**
     * Says where the pictures lie that come from outside.
     *
     * @param keys of each stage
     */
    public void beginWith(List<StageKeys> keys) {
        imageKey = keys.get(0).image();
        maskKey = keys.get(0).mask();
        laterKeys = List.copyOf(keys.subList(1, keys.size()));
    }

    /**
     * Says where the end of the job is reported to.
     *
     * @param url null for nowhere
     */
    public void reportTo(String url) {
        webhookUrl = url;
    }

    public String kind() {
        return kind;
    }

    public Picture picture() {
        return picture;
    }

    /** In their order; at least one. */
    public List<JobStage> stages() {
        return stages;
    }

    /** Objects that a stage begins with. */
    public StageKeys keysOf(int stage) {
        if (stage == 0) {
            return new StageKeys(imageKey, maskKey);
        }
        return stage <= laterKeys.size() ? laterKeys.get(stage - 1) : StageKeys.NONE;
    }

    /** Where the end of the job is reported to, or null. */
    public String webhookUrl() {
        return webhookUrl;
    }

    /** Steps of all pictures together; an upscale counts as one. */
    public int totalSteps() {
        int ofOne =
                stages.stream()
                        .mapToInt(stage -> stage.paints() ? stage.denoisingSteps() : 1)
                        .sum();
        return ofOne * picture.imageCount();
    }
}
