-- Interest agreed in a plan is part of the commitment; what was paid of it is kept here, since a ledger of invoices has only a
-- credit for it.

ALTER TABLE commitment ADD COLUMN interest_minor INTEGER NOT NULL DEFAULT 0;

UPDATE commitment SET interest_minor = coalesce((SELECT t.interest_minor FROM commitment_terms t
  WHERE t.creditor = commitment.creditor AND t.debtor = commitment.debtor AND t.id = commitment.id), 0);

CREATE TABLE imputed_interest (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  id         TEXT NOT NULL,
  commitment TEXT NOT NULL,
  invoice    TEXT NOT NULL,
  instalment INTEGER NOT NULL,
  currency   TEXT NOT NULL,
  minor      INTEGER NOT NULL CHECK (minor > 0),
  on_day     INTEGER NOT NULL,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE case_mark ADD COLUMN opened_on INTEGER;

-- What courts decided, one row for each item it is about.
CREATE TABLE ruling (
  creditor       INTEGER NOT NULL,
  debtor         TEXT NOT NULL,
  id             TEXT NOT NULL,
  kind           TEXT NOT NULL,
  invoice        TEXT NOT NULL,
  instalment     INTEGER NOT NULL,
  from_day       INTEGER NOT NULL,
  to_day         INTEGER,
  yearly_percent TEXT,
  reason         TEXT NOT NULL,
  lifted         INTEGER NOT NULL CHECK (lifted IN (0, 1)),
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

-- Statements of claims, with the exact bytes that were issued.
CREATE TABLE claim_statement (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  id         TEXT NOT NULL,
  number     INTEGER NOT NULL,
  on_day     INTEGER NOT NULL,
  sha256     TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  PRIMARY KEY (creditor, debtor, id),
  UNIQUE (creditor, debtor, number)
) STRICT;

CREATE TRIGGER claim_statement_is_not_changed BEFORE UPDATE ON claim_statement
BEGIN SELECT raise(ABORT, 'a claim statement is frozen'); END;

CREATE TABLE claim_statement_line (
  creditor        INTEGER NOT NULL,
  debtor          TEXT NOT NULL,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL,
  invoice         TEXT NOT NULL,
  instalment      INTEGER NOT NULL,
  cycle           INTEGER NOT NULL,
  currency        TEXT NOT NULL,
  principal_minor INTEGER NOT NULL,
  interest_minor  INTEGER NOT NULL,
  claimed_until   INTEGER,
  indemnity_minor INTEGER NOT NULL,
  PRIMARY KEY (creditor, debtor, id, position)
) STRICT, WITHOUT ROWID;
