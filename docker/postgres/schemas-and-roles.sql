-- Schemas and roles of the database "studio", run by the superuser before the first start; may be
-- run again. It sets no passwords: whoever runs it gives every role one with ALTER ROLE.
--
-- Each module has a schema, a role <name>_owner that only its migrations use, and a role <name>
-- for the running code, which can do nothing but read and write rows of its own schema.
DO $$
DECLARE
    module text;
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    REVOKE ALL ON SCHEMA public FROM PUBLIC;

    FOREACH module IN ARRAY ARRAY['users', 'payments', 'models', 'generation', 'gallery'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = module || '_owner') THEN
            EXECUTE format('CREATE ROLE %I LOGIN', module || '_owner');
        END IF;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = module) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', module);
        END IF;
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I',
            current_database(), module, module || '_owner');

        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', module, module || '_owner');
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', module, module);
        EXECUTE format('ALTER ROLE %I SET search_path = %I', module, module);
        EXECUTE format('ALTER ROLE %I SET search_path = %I', module || '_owner', module);

        EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I '
            'GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', module || '_owner', module, module);
        EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I '
            'GRANT USAGE ON SEQUENCES TO %I', module || '_owner', module, module);
    END LOOP;

    -- What they run for each job takes longer to plan than to do, so it is planned once for all
    -- parameters. Their statements therefore name the values that partial indexes are made for.
    FOREACH module IN ARRAY ARRAY['payments', 'generation', 'gallery'] LOOP
        EXECUTE format('ALTER ROLE %I SET plan_cache_mode = force_generic_plan', module);
        -- Pages are in memory, or on no turning disk; dearer ones would make plans that read small
        -- tables from end to end, and go on when they have grown.
        EXECUTE format('ALTER ROLE %I SET random_page_cost = 1.1', module);
    END LOOP;
END
$$;
