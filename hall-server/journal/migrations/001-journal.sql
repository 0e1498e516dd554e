-- The journal: events in a keyed hash chain, cut into business days, and the documents that events name by hash.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  type TEXT NOT NULL,
  principal TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;

-- closing_hash is the chain hash before first_seq; mac is keyed over the row, so that it holds when its events are gone.
CREATE TABLE segment (
  number INTEGER PRIMARY KEY,
  business_day TEXT,
  first_seq INTEGER NOT NULL,
  closing_hash BLOB,
  is_dropped INTEGER NOT NULL DEFAULT 0,
  mac BLOB NOT NULL
) STRICT;

CREATE TABLE document (hash TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE key_check (name TEXT PRIMARY KEY, mac BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- The first answer to every request. Appended only, so that the table itself stays dense; found by 53 bits of a hash.
CREATE TABLE answer (
  answer_id INTEGER PRIMARY KEY,
  request_key INTEGER NOT NULL,
  principal_key TEXT NOT NULL,
  request_id TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  segment INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_by_request ON answer (request_key);

-- Outside the chain: has a life of its own.
CREATE TABLE person (
  person_ref TEXT PRIMARY KEY,
  id_number_hash BLOB NOT NULL UNIQUE,
  sealed_name BLOB,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
  token_hash BLOB PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT,
  principal TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_password (staff_no TEXT PRIMARY KEY, encoded TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
  call_seq INTEGER NOT NULL,
  display_id TEXT NOT NULL,
  painted_at INTEGER NOT NULL,
  PRIMARY KEY (call_seq, display_id)
) STRICT, WITHOUT ROWID;

-- Written and emptied to learn whether there is space again.
CREATE TABLE probe (probe_id INTEGER PRIMARY KEY, filler BLOB NOT NULL) STRICT;
