package studio.pingvas.web.rest.model;

import java.util.List;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.model.ModelView;

/**
 * A model as the API shows it.
 *
 * @param kinds of requests that it can do
 */
public record ModelDocument(
        String id,
        String name,
        String description,
        String base,
        String type,
        List<String> kinds,
        String licence,
        List<Size> sizes,
        Size defaultSize,
        List<String> schedulers,
        Defaults defaults) {
    static ModelDocument of(ModelView model) {
        return new ModelDocument(
                model.id(),
                model.name(),
                model.description(),
                model.base(),
                model.type(),
                kindsOf(model),
                model.licence(),
                model.sizes().stream().map(Size::of).toList(),
                Size.of(model.defaultSize()),
                model.schedulers(),
                new Defaults(
                        model.defaultSteps(), model.defaultGuidance(), model.defaultScheduler()));
    }

    private static List<String> kindsOf(ModelView model) {
        return model.startsFromImage()
                ? List.of(
                        GenerateImage.TEXT_TO_IMAGE,
                        GenerateImage.IMAGE_TO_IMAGE,
                        GenerateImage.INPAINT)
                : List.of(GenerateImage.TEXT_TO_IMAGE);
    }

    /** In pixels. */
    public record Size(int width, int height) {
        static Size of(ModelView.Size size) {
            return new Size(size.width(), size.height());
        }
    }

    /** What a request gets that names none of its own. */
    public record Defaults(int steps, double cfgScale, String scheduler) {}
}
