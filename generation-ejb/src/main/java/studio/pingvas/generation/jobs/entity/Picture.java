package studio.pingvas.generation.jobs.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What to draw, every value chosen: nothing is left to a default or to chance. */
@Embeddable
public class Picture {
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

    public Picture(
            String model,
            String prompt,
            String negativePrompt,
            int width,
            int height,
            int steps,
            double cfgScale,
            String scheduler,
            long seed,
            int imageCount) {
        this.model = model;
        this.prompt = prompt;
        this.negativePrompt = negativePrompt;
        this.width = width;
        this.height = height;
        this.steps = steps;
        this.cfgScale = cfgScale;
        this.scheduler = scheduler;
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

    /** Steps of all pictures together. */
    public int totalSteps() {
        return steps * imageCount;
    }
}
