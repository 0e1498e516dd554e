-- The newest event that names a document: when it has been dropped, the document goes too, without a look at all others.
ALTER TABLE document ADD COLUMN named_seq INTEGER NOT NULL DEFAULT 0;
UPDATE document SET named_seq = named.seq FROM (
  SELECT coalesce(body ->> '$.configHash', body ->> '$.carried.configHash') AS name, max(seq) AS seq
  FROM event WHERE type IN ('HallConfigured', 'DayOpened') GROUP BY 1
) AS named WHERE document.hash = named.name;

-- How far a day has been dropped, while it is: the newest event that is gone and its hash, under a keyed hash.
CREATE TABLE drop_progress (
  progress_id INTEGER PRIMARY KEY CHECK (progress_id = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  mac BLOB NOT NULL
) STRICT;

-- Few evaluations have a free text: they are found without a look at all others.
CREATE INDEX evaluation_with_comment ON evaluation (comment_ref) WHERE comment_ref IS NOT NULL;
