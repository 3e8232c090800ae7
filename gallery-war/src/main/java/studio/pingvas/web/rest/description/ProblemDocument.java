package studio.pingvas.web.rest.description;

import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.pingvas.contracts.InvalidRequestException.Violation;

/** The members that every problem has, for the OpenAPI document. */
@Schema(description = "An error (RFC 9457). The code says more, and may add members.")
public record ProblemDocument(
        @Schema(required = true) URI type,
        @Schema(required = true) String title,
        @Schema(required = true) int status,
        @Schema(required = true) String detail,
        @Schema(required = true) String instance,
        @Schema(required = true) String code,
        @Schema(required = true) String traceId,
        List<Violation> errors) {}
