package studio.pingvas.worker.scheduler;

/**
 * Variances of the noise that each timestep of training added (Ho et al. 2020, section 4), and
 * which timesteps a run visits.
 *
 * @param betaStart variance added at the first timestep
 * @param betaEnd variance added at the last
 * @param curve how variances grow between them
 * @param spacing which timesteps a run of fewer steps visits
 */
public record TrainedNoise(double betaStart, double betaEnd, Curve curve, Spacing spacing) {
    /** Stable Diffusion 1 and 2 and SDXL. */
    public static final TrainedNoise STABLE_DIFFUSION =
            new TrainedNoise(0.00085, 0.012, Curve.SCALED_LINEAR, Spacing.LEADING);

    /** Linear, or linear in the square root. */
    public enum Curve {
        LINEAR,
        SCALED_LINEAR
    }

    /** After table 2 of Lin et al. 2023, arXiv 2305.08891. */
    public enum Spacing {
        LEADING,
        LINSPACE,
        TRAILING
    }
}
