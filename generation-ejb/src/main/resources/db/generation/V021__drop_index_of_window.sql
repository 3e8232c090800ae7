-- Few jobs are dispatched at once, and job_live finds them as well: one index less to write.
DROP INDEX job_in_window;
