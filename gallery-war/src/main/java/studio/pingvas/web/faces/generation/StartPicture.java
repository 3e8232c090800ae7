package studio.pingvas.web.faces.generation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.util.UUID;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.generation.AnnouncedPicture;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.Inpaint;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.generation.Upscale;

/**
 * The picture that the form begins with, if any: one of the gallery, or a file that stays in the
 * browser until the job is asked for.
 */
public class StartPicture implements Serializable {
    private static final long serialVersionUID = 1L;

    private UUID imageId;
    private int width;
    private int height;
    private Use use = Use.PAINT_OVER;

    @NotNull
    @DecimalMin("0.05")
    @DecimalMax("1")
    private Double strength = 0.6;

    /** What is done with it. */
    public enum Use {
        PAINT_OVER(0),
        PAINT_PART(0),
        ENLARGE_TWICE(2),
        ENLARGE_FOUR_TIMES(4);

        private final int scale;

        Use(int scale) {
            this.scale = scale;
        }
    }

    void take(ImageView image) {
        takeFile(image.width(), image.height());
        imageId = image.id();
    }

    /** A file that the browser holds. */
    void takeFile(int shownWidth, int shownHeight) {
        drop();
        width = shownWidth;
        height = shownHeight;
    }

    void drop() {
        imageId = null;
        width = 0;
        height = 0;
        use = Use.PAINT_OVER;
    }

    public boolean isPresent() {
        return width > 0 && height > 0;
    }

    /** Whether it is to come with the request. */
    public boolean isFile() {
        return isPresent() && imageId == null;
    }

    /** Whether words decide what comes out. */
    public boolean isPainting() {
        return !isPresent() || use.scale == 0;
    }

    /** Whether only what a mask marks is painted anew; the mask comes with the request. */
    public boolean isPartial() {
        return isPresent() && use == Use.PAINT_PART;
    }

    /**
     * @param words what is asked for without a picture
     */
    GenerationRequest beginning(TextToImage words) {
        if (!isPresent()) {
            return words;
        }
        return switch (use) {
            case PAINT_OVER -> paintingOver(words);
            case PAINT_PART -> paintingPart(words);
            case ENLARGE_TWICE, ENLARGE_FOUR_TIMES -> new Upscale(imageId, use.scale, null);
        };
    }

    private Inpaint paintingPart(TextToImage words) {
        return new Inpaint(
                words.prompt(),
                words.negativePrompt(),
                words.model(),
                words.width(),
                words.height(),
                words.steps(),
                words.cfgScale(),
                words.scheduler(),
                words.seed(),
                words.count(),
                words.loras(),
                imageId,
                null,
                strength);
    }

    private ImageToImage paintingOver(TextToImage words) {
        return new ImageToImage(
                words.prompt(),
                words.negativePrompt(),
                words.model(),
                words.width(),
                words.height(),
                words.steps(),
                words.cfgScale(),
                words.scheduler(),
                words.seed(),
                words.count(),
                words.loras(),
                imageId,
                strength);
    }

    /** What is to come with the request. */
    UploadedPictures announced() {
        AnnouncedPicture alike = new AnnouncedPicture(width, height);
        return new UploadedPictures(isFile() ? alike : null, isPartial() ? alike : null);
    }

    public UUID getImageId() {
        return imageId;
    }

    public int getWidth() {
        return width;
    }

    public int getHeight() {
        return height;
    }

    public Use getUse() {
        return use;
    }

    public void setUse(Use use) {
        this.use = use;
    }

    public Double getStrength() {
        return strength;
    }

    public void setStrength(Double strength) {
        this.strength = strength;
    }
}
