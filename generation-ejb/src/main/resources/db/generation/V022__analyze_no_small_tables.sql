-- A plan stays until the next analysis, and one that was made for a page or two reads the table from end
-- to end, however fast it grows meanwhile. Of a table that was never looked at PostgreSQL assumes some
-- pages, and looks for rows by index; so the first look waits until there are some.
ALTER TABLE job SET (
    autovacuum_analyze_threshold = 2000, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_threshold = 2000);
ALTER TABLE job_event SET (
    autovacuum_analyze_threshold = 2000, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_threshold = 2000);
ALTER TABLE user_line SET (
    autovacuum_analyze_threshold = 2000, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_threshold = 2000);
