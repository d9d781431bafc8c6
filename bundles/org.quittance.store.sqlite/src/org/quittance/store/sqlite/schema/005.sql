-- To check a list of three SQLite makes a table for every row, which took half the time of an import; BETWEEN says the same. A
-- constraint that accepts the same rows may be changed in the schema's text; whatever else uses the schema notices by the trigger.
PRAGMA writable_schema = ON;

UPDATE sqlite_schema
  SET sql = replace(replace(sql, '(kind IN (1, 2, 3))', '(kind BETWEEN 1 AND 3)'),
    '(evidence_grade IN (1, 2, 3))', '(evidence_grade BETWEEN 1 AND 3)')
  WHERE type = 'table' AND name = 'item';

PRAGMA writable_schema = RESET;

DROP TRIGGER item_is_logged;

CREATE TRIGGER item_is_logged AFTER INSERT ON item
BEGIN
  INSERT INTO item_change (creditor, debtor, invoice, instalment, kind, on_day)
    VALUES (new.creditor, new.debtor, new.invoice, new.instalment, 1, new.issued);
END;
