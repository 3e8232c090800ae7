-- The place in the line that the owner was told last, at the acceptance or since.
ALTER TABLE job ADD COLUMN told_position int CHECK (told_position > 0);

-- When waiting jobs were looked at last, by whichever node, and after which one to go on.
CREATE TABLE position_round (
    only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    begun_at   timestamptz NOT NULL DEFAULT '-infinity',
    user_id    uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    line_order bigint NOT NULL DEFAULT 0
);
INSERT INTO position_round DEFAULT VALUES;
REVOKE INSERT, DELETE ON position_round FROM generation;
