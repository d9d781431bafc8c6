-- What debtors said and what was agreed with them, beside commitments, disputes and holds. Texts and names are personal:
-- erasing a debtor empties them.

ALTER TABLE dispute ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE dispute ADD COLUMN outcome TEXT;

CREATE TABLE contact (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  id         TEXT NOT NULL,
  kind       TEXT NOT NULL,
  on_day     INTEGER NOT NULL,
  invoice    TEXT,
  instalment INTEGER,
  reason     TEXT,
  reached    INTEGER NOT NULL CHECK (reached IN (0, 1)),
  answers    INTEGER NOT NULL CHECK (answers IN (0, 1)),
  person     TEXT NOT NULL,
  words      TEXT NOT NULL,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE goodwill (
  creditor     INTEGER NOT NULL,
  debtor       TEXT NOT NULL,
  id           TEXT NOT NULL,
  kind         TEXT NOT NULL,
  state        TEXT NOT NULL,
  invoice      TEXT,
  instalment   INTEGER,
  currency     TEXT,
  amount_minor INTEGER,
  reason       TEXT NOT NULL,
  proposed_by  TEXT NOT NULL,
  proposed_on  INTEGER NOT NULL,
  decided_by   TEXT,
  decided_on   INTEGER,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_mark (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  kind       TEXT NOT NULL,
  since      INTEGER NOT NULL,
  deadline   INTEGER,
  reason     TEXT NOT NULL,
  cleared_on INTEGER,
  PRIMARY KEY (creditor, debtor, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment_terms (
  creditor       INTEGER NOT NULL,
  debtor         TEXT NOT NULL,
  id             TEXT NOT NULL,
  currency       TEXT NOT NULL,
  covered_minor  INTEGER NOT NULL,
  interest_minor INTEGER NOT NULL,
  released_minor INTEGER NOT NULL,
  down_minor     INTEGER NOT NULL,
  yearly_percent TEXT,
  proposed_by    TEXT NOT NULL,
  proposed_on    INTEGER NOT NULL,
  decided_by     TEXT,
  decided_on     INTEGER,
  outcome        TEXT NOT NULL,
  person         TEXT NOT NULL,
  note           TEXT NOT NULL,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE restriction (
  creditor  INTEGER NOT NULL,
  debtor    TEXT NOT NULL,
  id        TEXT NOT NULL,
  kind      TEXT NOT NULL,
  since     INTEGER NOT NULL,
  reason    TEXT NOT NULL,
  lifted_on INTEGER,
  told      INTEGER NOT NULL CHECK (told IN (0, 1)),
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE restriction_item (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  id         TEXT NOT NULL,
  invoice    TEXT NOT NULL,
  instalment INTEGER NOT NULL,
  PRIMARY KEY (creditor, debtor, id, invoice, instalment)
) STRICT, WITHOUT ROWID;
