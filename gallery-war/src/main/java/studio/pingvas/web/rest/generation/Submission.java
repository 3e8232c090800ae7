package studio.pingvas.web.rest.generation;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.pingvas.contracts.generation.UploadedPictures;

/**
 * A request for pictures as it came: as JSON alone, or as multipart/form-data with the JSON in the
 * part {@code request} and pictures beside it.
 *
 * @param body what the pictures are parts of
 */
public record Submission<T>(T request, UploadedPictures pictures, Closeable body)
        implements AutoCloseable {
    static <T> Submission<T> of(T request) {
        return new Submission<>(request, UploadedPictures.NONE, () -> {});
    }

    /** From here on the pictures cannot be read any more. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the OpenAPI document describes the second form. */
    public record Form(
            @Schema(type = SchemaType.OBJECT, description = "As in the JSON body.") Object request,
            @Schema(
                            type = SchemaType.STRING,
                            format = "binary",
                            description = "PNG, JPEG or WebP, in place of image_id.")
                    String image,
            @Schema(
                            type = SchemaType.STRING,
                            format = "binary",
                            description = "PNG, JPEG or WebP, in place of mask_id.")
                    String mask) {}
}
