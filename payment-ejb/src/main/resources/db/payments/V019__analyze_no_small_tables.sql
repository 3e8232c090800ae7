-- As for jobs: a plan that was made for a page or two would read the whole table until the next
-- analysis, however fast it grows meanwhile. Of a table that was never looked at PostgreSQL assumes
-- some pages, and looks for rows by index.
ALTER TABLE credit_account SET (
    autovacuum_analyze_threshold = 2000, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_threshold = 2000);
ALTER TABLE hold SET (
    autovacuum_analyze_threshold = 2000, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_threshold = 2000);
ALTER TABLE transfer SET (
    autovacuum_analyze_threshold = 2000, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_threshold = 2000);
