package studio.pingvas.generation.inputs;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.gallery.Rendition;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.Inpaint;
import studio.pingvas.contracts.generation.InputsGoneException;
import studio.pingvas.contracts.generation.Upscale;

/** Finds the pictures that a request begins with: each is named by id, or came with it. */
@Dependent
public class InputFinder {
    @EJB ImageCatalog images;
    @Inject UploadedFiles files;

    /**
     * @param first step of the request
     * @param root JSON pointer of that step, empty for the whole request
     */
    public InputPictures find(UUID userId, GenerationRequest first, Uploads uploads, String root) {
        if (first instanceof Inpaint part) {
            InputPicture image = image(userId, part.imageId(), uploads, root);
            InputPicture mask = find(userId, part.maskId(), uploads.mask(), "mask", root);
            requireSameExtent(image, mask, root);
            return new InputPictures(image, mask);
        }
        requireNone(uploads.mask(), "mask");
        if (first instanceof ImageToImage over) {
            return new InputPictures(image(userId, over.imageId(), uploads, root), null);
        }
        if (first instanceof Upscale upscale) {
            return new InputPictures(image(userId, upscale.imageId(), uploads, root), null);
        }
        requireNone(uploads.image(), "image");
        return InputPictures.NONE;
    }

    /**
     * A picture that a job began with before.
     *
     * @param imageId of the gallery; null if it was uploaded
     * @param key where it was; null if there was none
     * @return null if there was none
     * @throws InputsGoneException if it is not there any more
     */
    public InputPicture findAgain(UUID userId, UUID imageId, String key) {
        if (key == null) {
            return null;
        }
        if (imageId == null) {
            Upload upload = files.checkKept(key).orElseThrow(InputsGoneException::new);
            return new InputPicture(null, null, upload, upload.extent());
        }
        try {
            return ofGallery(userId, imageId);
        } catch (NotFoundException e) {
            throw new InputsGoneException();
        }
    }

    private InputPicture image(UUID userId, UUID imageId, Uploads uploads, String root) {
        return find(userId, imageId, uploads.image(), "image", root);
    }

    private InputPicture find(UUID userId, UUID imageId, Upload upload, String part, String root) {
        if ((imageId == null) == (upload == null)) {
            throw new InvalidRequestException(
                    List.of(
                            new Violation(
                                    root + "/" + part + "_id",
                                    Uploads.expected(part, upload != null))));
        }
        return upload == null ? ofGallery(userId, imageId) : InputPicture.of(upload);
    }

    /**
     * @throws studio.pingvas.contracts.NotFoundException if the user has no such picture
     */
    public InputPicture ofGallery(UUID userId, UUID imageId) {
        ImageView image = images.get(userId, imageId);
        String key = images.stored(userId, imageId, Rendition.ORIGINAL).objectKey();
        return new InputPicture(imageId, key, null, new Extent(image.width(), image.height()));
    }

    private static void requireSameExtent(InputPicture image, InputPicture mask, String root) {
        if (!image.extent().equals(mask.extent())) {
            throw new InvalidRequestException(
                    root + "/mask_id",
                    "The mask has {0} pixels, the picture {1}; make them alike.",
                    mask.extent(),
                    image.extent());
        }
    }

    private static void requireNone(Upload upload, String part) {
        if (upload != null) {
            throw new InvalidRequestException(
                    "/" + part, "Nothing is done here with the part \"{0}\".", part);
        }
    }
}
