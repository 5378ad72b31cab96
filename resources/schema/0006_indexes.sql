-- Counting the sessions of a day reads the index alone: the rows lie on as many pages as there are sessions.
-- Verbal orders that wait for their prescriber are few among all orders.

DROP INDEX dosing_session_at;
CREATE INDEX dosing_session_at ON dosing_session (at_ms, in_error);
DROP INDEX therapy_session_at;
CREATE INDEX therapy_session_at ON therapy_session (at_ms, in_error);
CREATE INDEX treatment_order_state ON treatment_order (state);
