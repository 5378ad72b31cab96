-- The papers of patients, and the bytes of those that were scanned: stored once, under their hash, outside the journal.

CREATE TABLE document (
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
CREATE INDEX document_patient ON document (patient);

CREATE TABLE attachment (
    hash  BLOB PRIMARY KEY CHECK (length(hash) = 32),
    size  INTEGER NOT NULL CHECK (size > 0),
    bytes BLOB NOT NULL
) STRICT;
-- The search reads more fields than before. A new practice has an index of them from its first record on.
UPDATE meta SET value = CAST('2' AS BLOB) WHERE name = 'search' AND NOT EXISTS (SELECT 1 FROM journal);
