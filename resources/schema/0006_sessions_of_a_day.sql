-- Counting the sessions of a day reads the index alone: the rows lie on as many pages as there are sessions.

DROP INDEX dosing_session_at;
CREATE INDEX dosing_session_at ON dosing_session (at_ms, in_error);
DROP INDEX therapy_session_at;
CREATE INDEX therapy_session_at ON therapy_session (at_ms, in_error);
