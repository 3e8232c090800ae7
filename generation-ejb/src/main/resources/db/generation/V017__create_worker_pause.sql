-- What administrators want of workers, whether these are there or not.
CREATE TABLE worker_pause (
    -- '' for all of which nothing else is said
    worker text PRIMARY KEY CHECK (length(worker) <= 200),
    paused boolean NOT NULL
);
