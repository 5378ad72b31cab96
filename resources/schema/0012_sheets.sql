-- Structured sheets of therapy: thought records, values cards, safety plans.

CREATE TABLE therapy_sheet (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    patient  BLOB CHECK (patient IS NULL OR length(patient) = 16),
    parent   BLOB CHECK (parent IS NULL OR length(parent) = 16),
    at_ms    INTEGER,
    code     TEXT NOT NULL,
    state    INTEGER NOT NULL,
    entry    INTEGER NOT NULL,
    in_error INTEGER NOT NULL CHECK (in_error IN (0, 1)),
    mac      BLOB NOT NULL CHECK (length(mac) = 32),
    content  BLOB NOT NULL
) STRICT;
CREATE INDEX therapy_sheet_patient ON therapy_sheet (patient);
-- Today asks which plans are past the day of their review.
CREATE INDEX therapy_sheet_state ON therapy_sheet (state, at_ms);
-- The search reads more fields than before. A new practice has an index of them from its first record on.
UPDATE meta SET value = CAST('3' AS BLOB) WHERE name = 'search' AND NOT EXISTS (SELECT 1 FROM journal);
