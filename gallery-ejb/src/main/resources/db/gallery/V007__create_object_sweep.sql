-- How far the store was compared with the rows: the last object key, null before the first.
CREATE TABLE object_sweep (
    only_row  boolean    PRIMARY KEY DEFAULT true CHECK (only_row),
    after_key object_key
);

INSERT INTO object_sweep DEFAULT VALUES;

-- Rows in the order in which a store lists its objects.
CREATE INDEX image_in_order_of_objects ON image (original_key COLLATE "C");
