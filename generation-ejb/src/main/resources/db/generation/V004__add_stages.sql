-- What a job does, stage by stage, as a JSON array (JobStage). The columns beside it go on saying
-- what the pictures are remembered by: the first painting.
ALTER TABLE job ADD COLUMN stages text CHECK (length(stages) BETWEEN 2 AND 100000);

UPDATE job SET stages = json_build_array(json_build_object(
    'kind', kind, 'model', model, 'prompt', prompt, 'negative_prompt', negative_prompt,
    'width', width, 'height', height, 'steps', steps, 'cfg_scale', cfg_scale,
    'scheduler', scheduler, 'loras', json_build_array()))::text;

ALTER TABLE job ALTER COLUMN stages SET NOT NULL;

-- Objects of the store that the first stage begins with.
ALTER TABLE job ADD COLUMN image_key varchar(512);
ALTER TABLE job ADD COLUMN mask_key varchar(512);
ALTER TABLE job ADD CONSTRAINT job_mask_needs_image CHECK (mask_key IS NULL OR image_key IS NOT NULL);

-- An upscale runs no denoiser.
ALTER TABLE job DROP CONSTRAINT job_steps_check;
ALTER TABLE job ADD CONSTRAINT job_steps_check CHECK (steps >= 0);
