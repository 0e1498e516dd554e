-- Which request has which answer is kept in memory: no index to write with every request. A short body is its own mark.
DROP INDEX answer_by_request;
ALTER TABLE answer DROP COLUMN request_key;
ALTER TABLE answer RENAME COLUMN body_hash TO body_mark;
