-- What is dispatched and not started is sent again under the same number, and the broker drops what it
-- has already: the sending itself need not be kept.
ALTER TABLE job DROP COLUMN sent_at;
