package studio.pingvas.web.faces.generation.library;

import java.io.Serializable;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.web.faces.generation.Price;

/**
 * What becomes of a template with the values that it has now.
 *
 * @param negativePrompt null or empty for none
 * @param size in pixels, for people
 */
public record TemplatePreview(String prompt, String negativePrompt, String size, Price price)
        implements Serializable {
    static TemplatePreview of(TextToImage request, Price price) {
        return new TemplatePreview(
                request.prompt(),
                request.negativePrompt(),
                request.width() + " \u00d7 " + request.height(),
                price);
    }
}
