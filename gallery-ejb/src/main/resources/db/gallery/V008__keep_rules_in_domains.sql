-- PostgreSQL reads every CHECK of a table anew for each statement that writes it: for a picture that
-- was half of the work. The rules of a domain are kept ready.
CREATE DOMAIN natural_number AS int CHECK (VALUE >= 0);
CREATE DOMAIN pixels AS int CHECK (VALUE > 0);
CREATE DOMAIN prompt AS text CHECK (length(VALUE) <= 10000);
CREATE DOMAIN model_name AS text CHECK (length(VALUE) BETWEEN 1 AND 200);
CREATE DOMAIN scheduler_name AS text CHECK (length(VALUE) <= 100);
CREATE DOMAIN seed AS bigint CHECK (VALUE >= 0);
CREATE DOMAIN cfg_scale AS double precision CHECK (VALUE >= 0);
CREATE DOMAIN byte_count AS bigint CHECK (VALUE > 0);
CREATE DOMAIN sha256 AS text CHECK (VALUE ~ '^[0-9a-f]{64}$');
CREATE DOMAIN recipe AS json
    CHECK (json_typeof(VALUE) = 'object' AND length(VALUE::text) <= 200000);

ALTER TABLE image
    DROP CONSTRAINT image_position_check,
    DROP CONSTRAINT image_width_check,
    DROP CONSTRAINT image_height_check,
    DROP CONSTRAINT image_prompt_check,
    DROP CONSTRAINT image_negative_prompt_check,
    DROP CONSTRAINT image_model_check,
    DROP CONSTRAINT image_seed_check,
    DROP CONSTRAINT image_steps_check,
    DROP CONSTRAINT image_cfg_scale_check,
    DROP CONSTRAINT image_scheduler_check,
    DROP CONSTRAINT image_bytes_check,
    DROP CONSTRAINT image_thumbnail_bytes_check,
    DROP CONSTRAINT image_sha256_check,
    DROP CONSTRAINT image_recipe_check,
    ALTER position TYPE natural_number,
    ALTER width TYPE pixels,
    ALTER height TYPE pixels,
    ALTER prompt TYPE prompt,
    ALTER negative_prompt TYPE prompt,
    ALTER model TYPE model_name,
    ALTER seed TYPE seed,
    ALTER steps TYPE natural_number,
    ALTER cfg_scale TYPE cfg_scale,
    ALTER scheduler TYPE scheduler_name,
    ALTER bytes TYPE byte_count,
    ALTER thumbnail_bytes TYPE byte_count,
    ALTER sha256 TYPE sha256,
    ALTER recipe TYPE recipe;
