ALTER TABLE socket_ticket
    ADD COLUMN api_key_id uuid REFERENCES api_key ON DELETE CASCADE;

CREATE INDEX socket_ticket_api_key ON socket_ticket (api_key_id);
