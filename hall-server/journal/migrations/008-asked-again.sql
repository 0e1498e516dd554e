-- An evaluation that is asked once more is open again: the lapse before is none of it any more.
UPDATE evaluation SET lapsed_at = NULL, lapse_reason = NULL
  WHERE state = 'requested' OR (state = 'recorded' AND is_supplement = 0);
