-- An answer stands in the row of the last event that its request made, so that a commit writes one page and not two. A request
-- that made no event has a row in `answer`, as every answer of earlier versions has.
ALTER TABLE event ADD COLUMN request_key TEXT;
ALTER TABLE event ADD COLUMN answered TEXT;
