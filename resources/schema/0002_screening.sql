-- What screening adds to the record: answers, earlier treatments, and overrides of the gate.

CREATE TABLE screening_finding (
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
CREATE INDEX screening_finding_patient ON screening_finding (patient);

CREATE TABLE antidepressant_trial (
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
CREATE INDEX antidepressant_trial_patient ON antidepressant_trial (patient);

CREATE TABLE screening_override (
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
CREATE INDEX screening_override_patient ON screening_override (patient);
