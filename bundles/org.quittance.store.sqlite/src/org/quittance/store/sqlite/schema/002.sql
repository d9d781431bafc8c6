-- Payloads are about a kilobyte: as a row table they lie four to a page, clustered by key most spilled onto a page of their own.
-- An entry's key is its creditor's number times 2^40 plus its sequence.

CREATE TABLE payload (
  entry    INTEGER PRIMARY KEY,
  creditor INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  salt     BLOB NOT NULL,
  debtor   TEXT,
  payload  TEXT NOT NULL,
  CHECK (entry = creditor * 1099511627776 + sequence)
) STRICT;

INSERT INTO payload (entry, creditor, sequence, salt, debtor, payload)
  SELECT creditor * 1099511627776 + sequence, creditor, sequence, salt, debtor, payload
  FROM journal_payload ORDER BY creditor, sequence;

DROP TABLE journal_payload;

ALTER TABLE payload RENAME TO journal_payload;

CREATE INDEX journal_payload_by_debtor ON journal_payload (creditor, debtor) WHERE debtor IS NOT NULL;

CREATE TRIGGER journal_payload_is_not_changed BEFORE UPDATE ON journal_payload
BEGIN SELECT raise(ABORT, 'a payload of the journal can only be erased'); END;

-- A new item is a change. Written here rather than by a statement of its own, because an import does nothing else as often.
CREATE TRIGGER item_is_logged AFTER INSERT ON item
BEGIN
  INSERT INTO item_change (creditor, debtor, invoice, instalment, kind, on_day)
    VALUES (new.creditor, new.debtor, new.invoice, new.instalment, 1, new.issued);
END;
