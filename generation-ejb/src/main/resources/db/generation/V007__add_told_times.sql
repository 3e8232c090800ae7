-- What the owner was told when the job was accepted, in seconds from then: what was expected, and
-- the quantiles. Whether nine of ten jobs do end before their p90 is judged by it.
ALTER TABLE job
    ADD COLUMN expected_waiting_seconds double precision CHECK (expected_waiting_seconds >= 0),
    ADD COLUMN expected_running_seconds double precision CHECK (expected_running_seconds > 0),
    ADD COLUMN told_p50_seconds         double precision CHECK (told_p50_seconds > 0),
    ADD COLUMN told_p90_seconds         double precision,
    ADD CONSTRAINT job_told_all_or_nothing CHECK (num_nulls(expected_waiting_seconds,
        expected_running_seconds, told_p50_seconds, told_p90_seconds) IN (0, 4)),
    ADD CONSTRAINT job_p90_not_before_p50 CHECK (told_p90_seconds >= told_p50_seconds),
    -- of the worker that completed it: its pace says nothing of other devices
    ADD COLUMN device varchar(16);
