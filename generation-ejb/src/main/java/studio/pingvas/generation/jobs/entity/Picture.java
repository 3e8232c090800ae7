package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import studio.pingvas.contracts.generation.JobStage;

/**
 * What the pictures of a job are remembered by: its first painting, or the upscale if it paints
 * nothing.
 */
@Embeddable
public class Picture {
    /** Stands for the model where none is asked. */
    static final String PLAIN_ENLARGEMENT = "lanczos";

    private String model;
    private String prompt;

    @Column(name = "negative_prompt")
    private String negativePrompt;

    private int width;
    private int height;
    private int steps;

    @Column(name = "cfg_scale")
    private double cfgScale;

    private String scheduler;
    private long seed;

    @Column(name = "image_count")
    private int imageCount;

    protected Picture() {}

    Picture(JobStage stage, long seed, int imageCount) {
        this.model = stage.model() == null ? PLAIN_ENLARGEMENT : stage.model();
        this.prompt = stage.prompt();
        this.negativePrompt = stage.negativePrompt();
        this.width = stage.width();
        this.height = stage.height();
        this.steps = stage.steps();
        this.cfgScale = stage.cfgScale();
        this.scheduler = stage.scheduler() == null ? "" : stage.scheduler();
        this.seed = seed;
        this.imageCount = imageCount;
    }

    public String model() {
        return model;
    }

    public String prompt() {
        return prompt;
    }

    public String negativePrompt() {
        return negativePrompt;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int steps() {
        return steps;
    }

    public double cfgScale() {
        return cfgScale;
    }

    public String scheduler() {
        return scheduler;
    }

    public long seed() {
        return seed;
    }

    public int imageCount() {
        return imageCount;
    }
}
