-- Behind the wall: what a clinician writes for nobody else. No records and no projections of the journal, which holds
-- their hashes alone. What is sealed opens with the author's own key, which opens with the author's password or the
-- author's own recovery code; the key of the practice does not open it.

CREATE TABLE private_key (
    author  BLOB PRIMARY KEY CHECK (length(author) = 16),
    wrapped BLOB NOT NULL
) STRICT;

-- A version of a note is never changed; destroying a note takes all of its versions.
CREATE TABLE private_note (
    id       BLOB NOT NULL CHECK (length(id) = 16),
    version  INTEGER NOT NULL CHECK (version > 0),
    author   BLOB NOT NULL CHECK (length(author) = 16),
    patient  BLOB NOT NULL CHECK (length(patient) = 16),
    session  BLOB CHECK (session IS NULL OR length(session) = 16),
    at_ms    INTEGER NOT NULL,
    offset_s INTEGER NOT NULL,
    sealed   BLOB NOT NULL,
    PRIMARY KEY (id, version)
) STRICT;
CREATE INDEX private_note_author ON private_note (author, patient);

-- The latest release of a note: asked for (1) or given (2).
CREATE TABLE private_release (
    note     BLOB PRIMARY KEY CHECK (length(note) = 16),
    author   BLOB NOT NULL CHECK (length(author) = 16),
    state    INTEGER NOT NULL CHECK (state BETWEEN 1 AND 2),
    at_ms    INTEGER NOT NULL,
    offset_s INTEGER NOT NULL,
    sealed   BLOB NOT NULL
) STRICT;

CREATE TABLE private_draft (
    author   BLOB NOT NULL CHECK (length(author) = 16),
    patient  BLOB NOT NULL CHECK (length(patient) = 16),
    saved_ms INTEGER NOT NULL,
    sealed   BLOB NOT NULL,
    PRIMARY KEY (author, patient)
) STRICT;
