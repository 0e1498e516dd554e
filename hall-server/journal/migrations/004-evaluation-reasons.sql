-- Reasons of a rating: official codes with commas between. A free text is sealed, outside the chain, with a life of its own.
ALTER TABLE evaluation ADD COLUMN reasons TEXT;
ALTER TABLE evaluation ADD COLUMN comment_ref TEXT;

CREATE TABLE evaluation_comment (
  comment_ref TEXT PRIMARY KEY,
  sealed_text BLOB NOT NULL,
  written_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
