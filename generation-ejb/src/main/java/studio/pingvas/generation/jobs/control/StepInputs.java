package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.generation.inputs.InputFinder;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.inputs.Uploads;
import studio.pingvas.generation.jobs.graph.OrderedStep;
import studio.pingvas.generation.jobs.graph.PictureSource;

/** Finds the pictures that steps take from outside. */
@Dependent
public class StepInputs {
    @Inject InputFinder finder;

    /** One for each step; empty where it takes none from outside. */
    public List<InputPictures> find(UUID userId, List<OrderedStep> steps, Uploads uploads) {
        // The same picture is one, however many steps take it: it is kept once.
        Map<PictureSource, InputPicture> found = new HashMap<>();
        for (OrderedStep step : steps) {
            find(userId, step.image(), uploads, found);
            find(userId, step.mask(), uploads, found);
        }
        return steps.stream()
                .map(step -> new InputPictures(found.get(step.image()), found.get(step.mask())))
                .toList();
    }

    private void find(
            UUID userId,
            PictureSource source,
            Uploads uploads,
            Map<PictureSource, InputPicture> found) {
        if (source instanceof PictureSource.OfGallery image) {
            found.computeIfAbsent(source, key -> finder.ofGallery(userId, image.imageId()));
        } else if (source instanceof PictureSource.Uploaded file) {
            found.computeIfAbsent(source, key -> InputPicture.of(uploads.files().get(file.part())));
        }
    }
}
