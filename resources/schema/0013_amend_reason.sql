-- The search reads why a note was amended, too. A new practice has an index of that from its first record on; one of
-- before gets it when somebody searches first.
UPDATE meta SET value = CAST('4' AS BLOB) WHERE name = 'search' AND NOT EXISTS (SELECT 1 FROM journal);
