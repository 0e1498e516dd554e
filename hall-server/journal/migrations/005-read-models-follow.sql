-- How far the read models have come: they follow the events in transactions of their own. Until now they went with each event.
CREATE TABLE read_model_position (
  position_id INTEGER PRIMARY KEY CHECK (position_id = 1),
  seq INTEGER NOT NULL
) STRICT;
INSERT INTO read_model_position (position_id, seq) SELECT 1, coalesce(max(seq), 0) FROM event;
