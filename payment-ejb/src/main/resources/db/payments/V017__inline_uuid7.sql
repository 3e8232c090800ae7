-- As one expression it becomes a part of the statement; with a FROM it was a query that every
-- transfer planned anew.
CREATE OR REPLACE FUNCTION uuid7() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(
        -- 4, the version of a random one, is binary 0100; 7 is 0111.
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid()) PLACING
                substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                FROM 1),
            52, 1), 53, 1),
        'hex')::uuid
$$;
