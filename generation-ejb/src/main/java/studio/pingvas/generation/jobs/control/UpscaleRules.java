package studio.pingvas.generation.jobs.control;

import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;

/** Checks one enlargement. */
record UpscaleRules(Plan plan, String root) {
    /** As many as a picture may have that is uploaded: what is made can be used again. */
    static final long MAX_PIXELS = 4096L * 4096;

    private static final int DEFAULT_SCALE = 2;

    JobStage resolve(Upscale request, Extent start) {
        requireRight(request);
        int scale = scaleOf(request);
        Extent extent = new Extent(start.width() * scale, start.height() * scale);
        if (extent.pixels() > MAX_PIXELS) {
            throw new InvalidRequestException(
                    root + "/scale",
                    "A picture of {0} is too large; at most {1} pixels are made.",
                    extent,
                    MAX_PIXELS);
        }
        new TierLimits(plan).requireExtent(extent);
        return JobStage.upscale(request.model(), extent.width(), extent.height(), scale);
    }

    /** Checks what does not depend on the picture. */
    void requireRight(Upscale request) {
        Violations violations = new Violations(root);
        if (request.model() != null) {
            violations.checkId("/model", request.model());
        }
        int scale = scaleOf(request);
        if (scale != 2 && scale != 4) {
            violations.add("/scale", "2 or 4.");
        }
        violations.throwIfAny();
    }

    private static int scaleOf(Upscale request) {
        return request.scale() == null ? DEFAULT_SCALE : request.scale();
    }
}
