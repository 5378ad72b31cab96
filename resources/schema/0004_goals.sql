-- Goals of a plan with the levels they reached.

CREATE TABLE goal (
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
CREATE INDEX goal_patient ON goal (patient);
CREATE INDEX goal_parent ON goal (parent);

CREATE TABLE goal_attainment (
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
CREATE INDEX goal_attainment_patient ON goal_attainment (patient);
CREATE INDEX goal_attainment_parent ON goal_attainment (parent);
