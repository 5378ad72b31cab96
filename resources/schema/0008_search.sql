-- The index of the full-text search: a finding aid, no record. It holds words alone, folded by the program
-- (core/base/words.h); the text that a person reads comes from the records. A lost or damaged one is made anew.

CREATE TABLE search_row (
    number  INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind    INTEGER NOT NULL,
    patient BLOB CHECK (patient IS NULL OR length(patient) = 16)
) STRICT;
CREATE VIRTUAL TABLE search_name USING fts5(words, content = '', contentless_delete = 1,
                                            tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE search_text USING fts5(words, content = '', contentless_delete = 1,
                                            tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
-- A new practice has an index from its first record on. One of before gets it when somebody searches first:
-- the words are read by the program, not by this script.
INSERT INTO meta (name, value) SELECT 'search', CAST('1' AS BLOB) WHERE NOT EXISTS (SELECT 1 FROM journal);
