-- Read models: what reports ask for. Every row follows from events alone and can be made again from them.
CREATE TABLE day (
  segment INTEGER PRIMARY KEY,
  business_day TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_cause TEXT NOT NULL,
  closed_at INTEGER,
  closed_cause TEXT
) STRICT;

CREATE TABLE ticket (
  ticket_id INTEGER PRIMARY KEY,
  segment INTEGER NOT NULL,
  ticket_number TEXT NOT NULL,
  queue_id TEXT NOT NULL,
  service_item_id TEXT,
  person_ref TEXT,
  priority_class TEXT NOT NULL,
  priority_reason TEXT,
  people_ahead INTEGER NOT NULL,
  estimated_wait_ms INTEGER,
  channel TEXT NOT NULL,
  terminal_id TEXT,
  issued_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  state_at INTEGER NOT NULL,
  window_id TEXT,
  first_called_at INTEGER,
  call_count INTEGER NOT NULL DEFAULT 0,
  missed_count INTEGER NOT NULL DEFAULT 0,
  print_attempt INTEGER NOT NULL DEFAULT 1,
  printed_at INTEGER,
  print_failure TEXT,
  expired_from TEXT
) STRICT;

CREATE TABLE call (
  call_seq INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL,
  window_id TEXT NOT NULL,
  staff_no TEXT NOT NULL,
  call_count INTEGER NOT NULL,
  is_recall INTEGER NOT NULL,
  called_at INTEGER NOT NULL,
  seen_at INTEGER,
  seen_display_id TEXT
) STRICT;

CREATE TABLE serving (
  serving_seq INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL,
  window_id TEXT NOT NULL,
  staff_no TEXT,
  started_at INTEGER NOT NULL,
  is_inferred INTEGER NOT NULL,
  finished_at INTEGER,
  serving_ms INTEGER
) STRICT;
-- Whole, not partial: a statement that may use a partial index is planned again for every bound value.
CREATE INDEX serving_by_ticket ON serving (ticket_id);

CREATE TABLE evaluation (
  evaluation_id INTEGER PRIMARY KEY,
  ticket_id INTEGER NOT NULL,
  window_id TEXT NOT NULL,
  staff_no TEXT,
  state TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  asking INTEGER NOT NULL,
  rating INTEGER,
  recorded_at INTEGER,
  is_supplement INTEGER,
  is_on_behalf INTEGER,
  lapsed_at INTEGER,
  lapse_reason TEXT
) STRICT;

CREATE TABLE window_session (
  session_seq INTEGER PRIMARY KEY,
  window_id TEXT NOT NULL,
  staff_no TEXT NOT NULL,
  signed_in_at INTEGER NOT NULL,
  signed_out_at INTEGER,
  sign_out_cause TEXT
) STRICT;
CREATE INDEX window_session_by_window ON window_session (window_id, signed_out_at);

CREATE TABLE window_pause (
  pause_seq INTEGER PRIMARY KEY,
  window_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  paused_at INTEGER NOT NULL,
  resumed_at INTEGER
) STRICT;
CREATE INDEX window_pause_by_window ON window_pause (window_id, resumed_at);
