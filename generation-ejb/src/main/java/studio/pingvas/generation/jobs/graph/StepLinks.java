package studio.pingvas.generation.jobs.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.generation.jobs.control.Violations;

/**
 * Where each step takes its pictures from; steps are counted as in the document.
 *
 * @param images of each step, null where it takes none
 * @param masks of each step, null where it takes none
 */
record StepLinks(List<PictureSource> images, List<PictureSource> masks) {
    /** The places of the steps whose pictures a step takes. */
    List<Integer> before(int step) {
        return Stream.of(images, masks)
                .map(sources -> sources.get(step))
                .filter(PictureSource.OfStep.class::isInstance)
                .map(source -> ((PictureSource.OfStep) source).step())
                .toList();
    }

    /** Reads them from a document. */
    static final class Reader {
        private final StepNames names;
        private final InputValues inputs;
        private final Violations root;

        Reader(StepNames names, InputValues inputs, Violations root) {
            this.names = names;
            this.inputs = inputs;
            this.root = root;
        }

        /**
         * @param steps of a known kind, or null
         */
        StepLinks read(List<WorkflowStep> steps) {
            List<PictureSource> images = new ArrayList<>();
            List<PictureSource> masks = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                WorkflowStep step = steps.get(i);
                Violations violations = root.at("/steps/" + i);
                images.add(step == null ? null : imageOf(step, i, violations));
                masks.add(step == null ? null : maskOf(step, violations));
            }
            return new StepLinks(images, masks);
        }

        private PictureSource imageOf(WorkflowStep step, int place, Violations violations) {
            if (GenerateImage.TEXT_TO_IMAGE.equals(step.kind())) {
                return null;
            }
            boolean named = step.image() != null || step.imageId() != null;
            if (!named && place > 0) {
                return new PictureSource.OfStep(place - 1);
            }
            return find(UploadedPictures.IMAGE, step.image(), step.imageId(), violations);
        }

        private PictureSource maskOf(WorkflowStep step, Violations violations) {
            return GenerateImage.INPAINT.equals(step.kind())
                    ? find(UploadedPictures.MASK, step.mask(), step.maskId(), violations)
                    : null;
        }

        private PictureSource find(String field, String name, UUID id, Violations violations) {
            if (name != null) {
                if (id != null) {
                    violations.add("/" + field, "Not both this and {0}.", field + "_id");
                }
                return find(field, name, violations);
            }
            return inputs.pictureOfItsOwn(field, id, violations);
        }

        private PictureSource find(String field, String name, Violations violations) {
            Integer step = names.find(name);
            if (step != null) {
                return new PictureSource.OfStep(step);
            }
            if (inputs.isImage(name)) {
                return inputs.picture(name);
            }
            violations.add(
                    "/" + field,
                    inputs.has(name)
                            ? "The input \"{0}\" is a text, not a picture."
                            : "There is neither a step nor an input \"{0}\".",
                    name);
            return new PictureSource.Unknown();
        }
    }
}
