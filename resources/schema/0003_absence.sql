-- Days on which a patient or a clinician cannot come.

CREATE TABLE absence (
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
CREATE INDEX absence_patient ON absence (patient, at_ms) WHERE patient IS NOT NULL;
CREATE INDEX absence_state ON absence (state, at_ms);
