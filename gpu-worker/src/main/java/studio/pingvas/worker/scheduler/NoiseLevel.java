package studio.pingvas.worker.scheduler;

/**
 * Latents at one level are {@code signal * clean + noise * standard normal noise}.
 *
 * @param signal weight of the clean latents
 * @param noise weight of the noise
 */
public record NoiseLevel(float signal, float noise) {}
