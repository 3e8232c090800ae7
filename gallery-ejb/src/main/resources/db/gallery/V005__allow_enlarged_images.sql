-- A picture that was only enlarged took no steps and no scheduler.
ALTER TABLE image DROP CONSTRAINT image_steps_check;
ALTER TABLE image ADD CONSTRAINT image_steps_check CHECK (steps >= 0);
ALTER TABLE image DROP CONSTRAINT image_scheduler_check;
ALTER TABLE image ADD CONSTRAINT image_scheduler_check CHECK (length(scheduler) <= 100);
