-- What is settled before anything is late.

CREATE TABLE agreed_term (
  creditor  INTEGER NOT NULL,
  debtor    TEXT NOT NULL,
  id        TEXT NOT NULL,
  method    TEXT NOT NULL,
  days      INTEGER NOT NULL CHECK (days >= 0),
  agreed_on INTEGER NOT NULL,
  source    TEXT NOT NULL,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE deposit (
  creditor INTEGER NOT NULL,
  debtor   TEXT NOT NULL,
  id       TEXT NOT NULL,
  currency TEXT NOT NULL,
  minor    INTEGER NOT NULL CHECK (minor > 0),
  asked_on INTEGER NOT NULL,
  due      INTEGER NOT NULL,
  state    TEXT NOT NULL,
  ended_on INTEGER,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
  creditor    INTEGER NOT NULL,
  debtor      TEXT NOT NULL,
  id          TEXT NOT NULL,
  on_day      INTEGER NOT NULL,
  currency    TEXT,
  minor       INTEGER,
  invoice     TEXT,
  description TEXT NOT NULL,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_by_day ON delivery (creditor, on_day);

CREATE TABLE proof_document (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  id         TEXT NOT NULL,
  kind       INTEGER NOT NULL,
  invoice    TEXT,
  on_day     INTEGER NOT NULL,
  sha256     TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  media_type TEXT NOT NULL,
  note       TEXT NOT NULL,
  PRIMARY KEY (creditor, debtor, id),
  FOREIGN KEY (creditor, sha256) REFERENCES content
) STRICT, WITHOUT ROWID;

CREATE INDEX proof_document_by_content ON proof_document (creditor, sha256);
