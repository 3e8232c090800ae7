package studio.pingvas.web.rest.generation;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.UploadedPictures;

/**
 * A request for pictures as it came: as JSON alone, or as multipart/form-data with the JSON in the
 * part {@code request} and pictures beside it.
 */
public record Submission<T extends GenerationRequest>(T request, UploadedPictures pictures) {
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
