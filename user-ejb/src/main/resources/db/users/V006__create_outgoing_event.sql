-- Facts for other modules, until the broker has them (EventOutbox). A row is added with the change it
-- tells of, and deleted after it was sent.
CREATE TABLE outgoing_event (
    id            uuid        PRIMARY KEY,
    number        bigint      GENERATED ALWAYS AS IDENTITY,
    address       text        NOT NULL CHECK (length(address) BETWEEN 1 AND 100),
    type          text        NOT NULL CHECK (length(type) BETWEEN 1 AND 100),
    body          text        NOT NULL CHECK (length(body) BETWEEN 2 AND 10000),
    created_at    timestamptz NOT NULL DEFAULT now(),
    claimed_until timestamptz
);

CREATE INDEX outgoing_event_oldest_first ON outgoing_event (number);
