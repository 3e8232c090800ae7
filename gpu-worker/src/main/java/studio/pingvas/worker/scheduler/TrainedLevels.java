package studio.pingvas.worker.scheduler;

/**
 * The noise that each timestep of training left, as noise / signal: sigma of Karras et al. 2022,
 * sqrt((1 - alpha) / alpha) of the running product alpha of 1 - beta (Ho et al. 2020, equation 4).
 */
record TrainedLevels(double[] sigmas, TrainedNoise.Spacing spacing) {
    static TrainedLevels of(SchedulerSettings settings) {
        TrainedNoise trained = settings.noise();
        double[] sigmas = new double[settings.trainTimesteps()];
        double product = 1;
        for (int timestep = 0; timestep < sigmas.length; timestep++) {
            double part = sigmas.length == 1 ? 0 : timestep / (double) (sigmas.length - 1);
            product *= 1 - beta(trained, part);
            sigmas[timestep] = Math.sqrt((1 - product) / product);
        }
        return new TrainedLevels(sigmas, trained.spacing());
    }

    private static double beta(TrainedNoise trained, double part) {
        double start = trained.betaStart();
        double end = trained.betaEnd();
        if (trained.curve() == TrainedNoise.Curve.LINEAR) {
            return start + part * (end - start);
        }
        double root = Math.sqrt(start) + part * (Math.sqrt(end) - Math.sqrt(start));
        return root * root;
    }

    /**
     * Which timesteps a run visits, falling.
     *
     * @throws IllegalArgumentException if there are fewer than steps
     */
    double[] spaced(int steps) {
        int trained = sigmas.length;
        if (steps > trained) {
            throw new IllegalArgumentException(steps + " steps of " + trained);
        }
        double[] timesteps = new double[steps];
        for (int step = 0; step < steps; step++) {
            timesteps[step] =
                    switch (spacing) {
                        case LEADING -> leading(steps - 1 - step, steps);
                        case LINSPACE -> evenly(step, steps);
                        case TRAILING -> Math.round(trained * (1 - step / (double) steps)) - 1;
                    };
        }
        return timesteps;
    }

    /** Whole strides from 1 upwards: the first timestep itself is hardly noisy. */
    private double leading(int stride, int steps) {
        int length = sigmas.length / steps;
        return Math.min(stride * length + 1, sigmas.length - 1);
    }

    private double evenly(int step, int steps) {
        double last = sigmas.length - 1;
        return steps == 1 ? last : last * (1 - step / (double) (steps - 1));
    }

    /** Between whole timesteps on a straight line. */
    double sigma(double timestep) {
        int below = (int) timestep;
        int above = Math.min(below + 1, sigmas.length - 1);
        return sigmas[below] + (timestep - below) * (sigmas[above] - sigmas[below]);
    }

    /** The timestep of a sigma, interpolated in its logarithm. */
    double timestep(double sigma) {
        if (sigmas.length == 1) {
            return 0;
        }
        int above = 1;
        while (above < sigmas.length - 1 && sigmas[above] < sigma) {
            above++;
        }
        double low = Math.log(sigmas[above - 1]);
        double high = Math.log(sigmas[above]);
        double part = (Math.log(sigma) - low) / (high - low);
        return above - 1 + Math.min(Math.max(part, 0), 1);
    }
}
