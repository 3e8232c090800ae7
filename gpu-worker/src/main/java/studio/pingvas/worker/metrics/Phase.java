package studio.pingvas.worker.metrics;

/** A part of a job whose time is measured. */
public enum Phase {
    /** A model's files into memory. */
    LOAD,
    /** Prompts, and pictures that are given, to what the denoiser takes. */
    ENCODE,
    /** All steps. */
    DENOISE,
    /** Latents to pixels, and their enlargement. */
    DECODE,
    /** Files made and put into the object store. */
    STORE
}
