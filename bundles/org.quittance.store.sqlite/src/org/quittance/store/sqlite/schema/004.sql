-- Which payloads of the journal were erased by law, and the entry that says so. A payload can go in no other way.
CREATE TABLE journal_erasure (
  creditor  INTEGER NOT NULL,
  sequence  INTEGER NOT NULL,
  erased_by INTEGER NOT NULL CHECK (erased_by > sequence),
  PRIMARY KEY (creditor, sequence),
  FOREIGN KEY (creditor, sequence) REFERENCES journal_entry (creditor, sequence) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (creditor, erased_by) REFERENCES journal_entry (creditor, sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_payload_is_only_erased BEFORE DELETE ON journal_payload
WHEN NOT EXISTS (SELECT 1 FROM journal_erasure e WHERE e.creditor = OLD.creditor AND e.sequence = OLD.sequence)
BEGIN SELECT raise(ABORT, 'a payload of the journal goes only by an erasure that is journalled'); END;

CREATE TRIGGER journal_erasure_is_not_changed BEFORE UPDATE ON journal_erasure
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_erasure_is_not_deleted BEFORE DELETE ON journal_erasure
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
