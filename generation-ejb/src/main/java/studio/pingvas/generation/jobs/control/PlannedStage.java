package studio.pingvas.generation.jobs.control;

import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.model.ModelView;

/**
 * @param model that paints it; null for an upscale
 */
public record PlannedStage(JobStage stage, ModelView model) {}
