package studio.pingvas.generation.jobs.control;

import studio.pingvas.generation.jobs.entity.GenerationJob;

/**
 * A job that is in the line, and what was foretold of it.
 *
 * @param outlook null if the job was there before
 */
public record Submitted(GenerationJob job, Outlook outlook) {}
