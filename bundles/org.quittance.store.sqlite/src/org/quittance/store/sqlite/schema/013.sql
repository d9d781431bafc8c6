-- Cases given to collection agencies, and which items each is about.
CREATE TABLE hand_over (
  creditor    INTEGER NOT NULL,
  debtor      TEXT NOT NULL,
  id          TEXT NOT NULL,
  agency      TEXT NOT NULL,
  state       TEXT NOT NULL,
  since       INTEGER NOT NULL,
  currency    TEXT NOT NULL,
  total_minor INTEGER NOT NULL,
  answer      TEXT NOT NULL,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hand_over_item (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  id         TEXT NOT NULL,
  invoice    TEXT NOT NULL,
  instalment INTEGER NOT NULL,
  PRIMARY KEY (creditor, debtor, id, invoice, instalment)
) STRICT, WITHOUT ROWID;
