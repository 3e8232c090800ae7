package studio.pingvas.worker.scheduler;

/**
 * How much picture (a) and noise (s) latents hold before each step, and after the last. Every model
 * here has noisy latents of the form a x + s n: where variance is preserved a² + s² = 1 (Ho et al.
 * 2020, arXiv 2006.11239), on the straight path of flow matching a + s = 1 (Esser et al. 2024,
 * arXiv 2403.03206). The algorithms need nothing else, so each is written once for all.
 */
final class NoiseTable {
    private static final double KARRAS_RHO = 7;

    private final Prediction prediction;
    private final double[] signal;
    private final double[] noise;
    private final double[] timesteps;

    private NoiseTable(Prediction prediction, double[] signal, double[] noise, double[] timesteps) {
        this.prediction = prediction;
        this.signal = signal;
        this.noise = noise;
        this.timesteps = timesteps;
    }

    /** The levels that the settings ask for, and none at the end. */
    static NoiseTable of(SchedulerSettings settings) {
        return settings.prediction() == Prediction.FLOW
                ? straight(settings)
                : at(settings, TrainedLevels.of(settings).spaced(settings.steps()), 0);
    }

    /**
     * As {@link #of}, but the end is the first trained level and not none: DDIM as Stable Diffusion
     * is configured.
     */
    static NoiseTable endingAtTheFirstLevel(SchedulerSettings settings) {
        TrainedLevels trained = TrainedLevels.of(settings);
        return at(settings, trained.spaced(settings.steps()), trained.sigma(0));
    }

    /**
     * Levels that crowd where there is little noise: equation 5 of Karras et al. 2022 (arXiv
     * 2206.00364) with rho 7, between the most and the least noise of {@link #of}.
     */
    static NoiseTable karras(SchedulerSettings settings) {
        TrainedLevels trained = TrainedLevels.of(settings);
        double[] spaced = trained.spaced(settings.steps());
        int steps = spaced.length;
        double most = Math.pow(trained.sigma(spaced[0]), 1 / KARRAS_RHO);
        double least = Math.pow(trained.sigma(spaced[steps - 1]), 1 / KARRAS_RHO);
        double[] timesteps = new double[steps];
        double[] sigmas = new double[steps + 1];
        for (int step = 0; step < steps; step++) {
            double part = steps == 1 ? 0 : step / (double) (steps - 1);
            sigmas[step] = Math.pow(most + part * (least - most), KARRAS_RHO);
            timesteps[step] = trained.timestep(sigmas[step]);
        }
        return preserving(settings.prediction(), sigmas, timesteps);
    }

    /**
     * @param timesteps falling, counted from 0; parts of one are interpolated
     * @param lastSigma what is left at the end, as noise / signal
     */
    static NoiseTable at(SchedulerSettings settings, double[] timesteps, double lastSigma) {
        TrainedLevels trained = TrainedLevels.of(settings);
        double[] sigmas = new double[timesteps.length + 1];
        for (int step = 0; step < timesteps.length; step++) {
            sigmas[step] = trained.sigma(timesteps[step]);
        }
        sigmas[timesteps.length] = lastSigma;
        return preserving(settings.prediction(), sigmas, timesteps);
    }

    private static NoiseTable preserving(
            Prediction prediction, double[] sigmas, double[] timesteps) {
        double[] signal = new double[sigmas.length];
        double[] noise = new double[sigmas.length];
        for (int step = 0; step < sigmas.length; step++) {
            signal[step] = 1 / Math.sqrt(1 + sigmas[step] * sigmas[step]);
            noise[step] = sigmas[step] * signal[step];
        }
        return new NoiseTable(prediction, signal, noise, timesteps);
    }

    /**
     * Noise falls evenly from 1 to 1/n and ends at 0, bent by the shift k as k s / (1 + (k - 1) s),
     * equation 23 of Esser et al. 2024. The network is told the noise times the number of steps it
     * was trained with.
     */
    private static NoiseTable straight(SchedulerSettings settings) {
        int steps = settings.steps();
        double shift = settings.shift();
        double[] signal = new double[steps + 1];
        double[] noise = new double[steps + 1];
        double[] timesteps = new double[steps];
        for (int step = 0; step <= steps; step++) {
            double even = 1 - step / (double) steps;
            noise[step] = shift * even / (1 + (shift - 1) * even);
            signal[step] = 1 - noise[step];
            if (step < steps) {
                timesteps[step] = noise[step] * settings.trainTimesteps();
            }
        }
        return new NoiseTable(Prediction.FLOW, signal, noise, timesteps);
    }

    int steps() {
        return timesteps.length;
    }

    double timestep(int step) {
        return timesteps[step];
    }

    double signal(int step) {
        return signal[step];
    }

    double noise(int step) {
        return noise[step];
    }

    /** Half the logarithm of the signal-to-noise ratio; infinite where one of them is 0. */
    double lambda(int step) {
        return Math.log(signal[step] / noise[step]);
    }

    /**
     * How much noise, in relation to the signal, is left after a step: e^(-h) of lambda's growth.
     */
    double remaining(int step) {
        return noise[step + 1] * signal[step] / (signal[step + 1] * noise[step]);
    }

    /** Weight of the latents in the clean picture that a prediction means. */
    double cleanLatents(int step) {
        return switch (prediction) {
            case EPSILON -> 1 / signal[step];
            case V -> signal[step];
            case FLOW -> 1;
        };
    }

    /** Weight of the prediction in it. */
    double cleanPrediction(int step) {
        return switch (prediction) {
            case EPSILON -> -noise[step] / signal[step];
            case V, FLOW -> -noise[step];
        };
    }
}
