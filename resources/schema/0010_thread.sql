-- The thread of a course: lines in the patient's own words, commitments with their reviews, themes.

CREATE TABLE commitment (
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
CREATE INDEX commitment_patient ON commitment (patient);
CREATE INDEX commitment_parent ON commitment (parent);

CREATE TABLE commitment_review (
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
CREATE INDEX commitment_review_patient ON commitment_review (patient);
CREATE INDEX commitment_review_parent ON commitment_review (parent);

CREATE TABLE thread_line (
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
CREATE INDEX thread_line_patient ON thread_line (patient);
CREATE INDEX thread_line_parent ON thread_line (parent);

CREATE TABLE theme (
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
CREATE INDEX theme_patient ON theme (patient);
CREATE INDEX theme_parent ON theme (parent);
CREATE INDEX theme_at ON theme (at_ms);
-- Today asks which open commitments are past their day; few are open among all that were made.
CREATE INDEX commitment_state ON commitment (state, at_ms);
