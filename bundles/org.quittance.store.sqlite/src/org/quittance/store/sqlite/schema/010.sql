-- Bank accounts: what their statements held, until when they follow one another, and what each entry was matched with. Names, numbers
-- of accounts and what payers wrote are personal; erasing a debtor empties them.

CREATE TABLE bank_account (
  creditor          INTEGER NOT NULL REFERENCES creditor,
  account           TEXT NOT NULL,
  known_until       INTEGER,
  currency          TEXT,
  closing_minor     INTEGER,
  gap_until         INTEGER,
  gap_opening_minor INTEGER,
  PRIMARY KEY (creditor, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_statement (
  creditor      INTEGER NOT NULL,
  account       TEXT NOT NULL,
  until         INTEGER NOT NULL,
  position      INTEGER NOT NULL,
  number        TEXT NOT NULL,
  currency      TEXT,
  opening_minor INTEGER,
  closing_minor INTEGER,
  PRIMARY KEY (creditor, account, until, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_entry (
  creditor      INTEGER NOT NULL REFERENCES creditor,
  number        INTEGER NOT NULL CHECK (number > 0),
  account       TEXT NOT NULL,
  key           TEXT NOT NULL,
  booked        INTEGER NOT NULL,
  value_on      INTEGER NOT NULL,
  currency      TEXT NOT NULL,
  minor         INTEGER NOT NULL,
  reversal      INTEGER NOT NULL CHECK (reversal BETWEEN 0 AND 1),
  return_reason TEXT,
  state         INTEGER NOT NULL, -- 1 new, 2 booked, 3 on account, 4 waiting, 5 unknown, 6 returned, 7 return, 8 no payment, 9 ignored
  teaches       INTEGER NOT NULL CHECK (teaches BETWEEN 0 AND 1),
  debtor        TEXT,
  counterparty  TEXT,
  iban          TEXT,
  ultimate      TEXT,
  reference     TEXT,
  end_to_end    TEXT,
  mandate       TEXT,
  words         TEXT NOT NULL,
  PRIMARY KEY (creditor, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX bank_entry_by_key ON bank_entry (creditor, account, key);

CREATE INDEX bank_entry_in_state ON bank_entry (creditor, state, number) WHERE state NOT IN (2, 8);

CREATE INDEX bank_entry_by_amount ON bank_entry (creditor, minor) WHERE state IN (2, 3);

CREATE INDEX bank_entry_by_debtor ON bank_entry (creditor, debtor) WHERE debtor IS NOT NULL;

CREATE TABLE bank_match (
  creditor  INTEGER NOT NULL,
  entry     INTEGER NOT NULL,
  round     INTEGER NOT NULL,
  score     INTEGER NOT NULL,
  reason    TEXT NOT NULL,
  teaches   INTEGER NOT NULL CHECK (teaches BETWEEN 0 AND 1),
  automatic INTEGER NOT NULL CHECK (automatic BETWEEN 0 AND 1),
  actor     TEXT NOT NULL,
  at        INTEGER NOT NULL,
  undone_at INTEGER,
  undone_by TEXT,
  source    INTEGER,
  told      INTEGER NOT NULL CHECK (told BETWEEN 0 AND 2), -- 1: that it was booked, 2: that it was undone as well
  PRIMARY KEY (creditor, entry, round)
) STRICT, WITHOUT ROWID;

CREATE INDEX bank_match_untold ON bank_match (creditor, entry) WHERE told = 0 OR (told = 1 AND undone_at IS NOT NULL);

CREATE TABLE bank_match_part (
  creditor INTEGER NOT NULL,
  entry    INTEGER NOT NULL,
  round    INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind     INTEGER NOT NULL, -- 1 money, 2 discount, 3 bank fee, 4 difference
  debtor   TEXT NOT NULL,
  invoice  TEXT,
  currency TEXT NOT NULL,
  minor    INTEGER NOT NULL CHECK (minor > 0),
  payment  TEXT NOT NULL,
  PRIMARY KEY (creditor, entry, round, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_proposal (
  creditor INTEGER NOT NULL,
  entry    INTEGER NOT NULL,
  rank     INTEGER NOT NULL,
  position INTEGER NOT NULL,
  score    INTEGER NOT NULL,
  reason   TEXT NOT NULL,
  teaches  INTEGER NOT NULL CHECK (teaches BETWEEN 0 AND 1),
  kind     INTEGER NOT NULL,
  debtor   TEXT NOT NULL,
  invoice  TEXT,
  currency TEXT NOT NULL,
  minor    INTEGER NOT NULL CHECK (minor > 0),
  PRIMARY KEY (creditor, entry, rank, position)
) STRICT, WITHOUT ROWID;
