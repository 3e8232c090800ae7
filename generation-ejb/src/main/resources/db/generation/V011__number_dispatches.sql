-- Dispatches are numbered over all tiers, which tells how many jobs overtook another in the window.
ALTER TABLE tier_line ADD COLUMN dispatched bigint NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN dispatch_serial bigint NOT NULL DEFAULT 0;
CREATE INDEX job_in_window ON job (dispatch_serial)
    WHERE status = 'DISPATCHED' AND outcome IS NULL;

-- A job and its first event are written together, in whatever order.
ALTER TABLE job_event ALTER CONSTRAINT job_event_job_id_fkey DEFERRABLE INITIALLY DEFERRED;
