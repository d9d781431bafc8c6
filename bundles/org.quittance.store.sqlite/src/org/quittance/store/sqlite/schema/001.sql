-- Amounts are minor units, days are days since 1970-01-01, instants are microseconds since 1970-01-01T00:00Z.
-- A creditor's name is kept once; other keys begin with its number, or with what belongs to one creditor.

CREATE TABLE installation (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  id    TEXT NOT NULL,
  epoch INTEGER NOT NULL
) STRICT;

INSERT INTO installation (one, id, epoch) VALUES (1, lower(hex(randomblob(16))), 1);

CREATE TABLE creditor (
  creditor             INTEGER PRIMARY KEY,
  name                 TEXT NOT NULL UNIQUE,
  stopped              INTEGER NOT NULL CHECK (stopped IN (0, 1)),
  payments_known_until INTEGER,
  -- The last day on which anything was issued, booked or allocated: from then on open_minor is exact.
  latest_day           INTEGER NOT NULL DEFAULT -1000000000
) STRICT;

-- The ledger -------------------------------------------------------------------------------------------------------

CREATE TABLE debtor (
  creditor        INTEGER NOT NULL REFERENCES creditor,
  debtor          TEXT NOT NULL,
  name            TEXT NOT NULL,
  folded          TEXT NOT NULL,
  kind            TEXT NOT NULL,
  language        TEXT NOT NULL,
  country         TEXT NOT NULL,
  street          TEXT,
  postal_code     TEXT,
  town            TEXT,
  address_country TEXT,
  contact_name    TEXT,
  email           TEXT,
  phone           TEXT,
  legal_id        TEXT,
  policy          TEXT,
  preferred_media TEXT,
  opt_outs        TEXT,
  PRIMARY KEY (creditor, debtor)
) STRICT, WITHOUT ROWID;

-- One instalment of an invoice, or a credit. Clustered per debtor because runs read it so.
CREATE TABLE item (
  creditor        INTEGER NOT NULL,
  debtor          TEXT NOT NULL,
  invoice         TEXT NOT NULL,
  instalment      INTEGER NOT NULL CHECK (instalment > 0),
  kind            INTEGER NOT NULL CHECK (kind IN (1, 2, 3)), -- invoice, credit note, payment
  issued          INTEGER NOT NULL,
  due             INTEGER NOT NULL,
  currency        TEXT NOT NULL,
  original_minor  INTEGER NOT NULL,
  open_minor      INTEGER NOT NULL CHECK (open_minor BETWEEN 0 AND original_minor OR open_minor BETWEEN original_minor AND 0),
  disputed        INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  evidence_grade  INTEGER CHECK (evidence_grade IN (1, 2, 3)), -- declared, channel, delivered
  evidence_on     INTEGER,
  evidence_source TEXT,
  PRIMARY KEY (creditor, debtor, invoice, instalment)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX item_by_invoice ON item (creditor, invoice, instalment);

CREATE TABLE credit_note (
  creditor INTEGER NOT NULL,
  invoice  TEXT NOT NULL,
  corrects TEXT NOT NULL,
  PRIMARY KEY (creditor, invoice)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
  creditor INTEGER NOT NULL,
  key      TEXT NOT NULL,
  debtor   TEXT,
  invoice  TEXT,
  currency TEXT NOT NULL,
  minor    INTEGER NOT NULL CHECK (minor > 0),
  booked   INTEGER NOT NULL,
  value_on INTEGER NOT NULL,
  PRIMARY KEY (creditor, key)
) STRICT, WITHOUT ROWID;

-- What was set against an item, seen from the item; a credit that is itself an item has its own row for the same money.
CREATE TABLE allocation (
  creditor               INTEGER NOT NULL,
  debtor                 TEXT NOT NULL,
  invoice                TEXT NOT NULL,
  instalment             INTEGER NOT NULL,
  counterpart            TEXT NOT NULL,
  counterpart_instalment INTEGER NOT NULL,
  booked                 INTEGER NOT NULL,
  value_on               INTEGER NOT NULL,
  minor                  INTEGER NOT NULL CHECK (minor > 0),
  PRIMARY KEY (creditor, debtor, invoice, instalment, counterpart, counterpart_instalment),
  FOREIGN KEY (creditor, debtor, invoice, instalment) REFERENCES item
) STRICT, WITHOUT ROWID;

-- A row table in the order of writing: a large import appends to it as fast as can be.
CREATE TABLE item_change (
  sequence   INTEGER PRIMARY KEY,
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  invoice    TEXT NOT NULL,
  instalment INTEGER NOT NULL,
  kind       INTEGER NOT NULL, -- 1 changed, 2 settled, 3 reopened, 4 cancelled
  on_day     INTEGER NOT NULL
) STRICT;

CREATE TABLE intake (
  creditor INTEGER NOT NULL REFERENCES creditor,
  number   INTEGER NOT NULL,
  actor    TEXT NOT NULL,
  at       INTEGER NOT NULL,
  added    INTEGER NOT NULL,
  changed  INTEGER NOT NULL,
  PRIMARY KEY (creditor, number)
) STRICT, WITHOUT ROWID;

-- The send ledger --------------------------------------------------------------------------------------------------
-- A run's name is its day and number: 20261121-1 is 20261121000001. Its ordinal is given in the order in which runs began,
-- over all creditors; a message's key is the ordinal times 2^30 plus its number in the run, and so belongs to one creditor.

CREATE TABLE run (
  ordinal     INTEGER PRIMARY KEY,
  creditor    INTEGER NOT NULL REFERENCES creditor,
  run         INTEGER NOT NULL,
  as_of       INTEGER NOT NULL,
  store       TEXT NOT NULL,
  prepared_by TEXT NOT NULL,
  prepared_at INTEGER NOT NULL,
  complete    INTEGER NOT NULL CHECK (complete IN (0, 1)),
  UNIQUE (creditor, run)
) STRICT;

-- A row table because facts are large and such rows fit its pages. Facts are personal: erasing empties them.
CREATE TABLE message (
  message         INTEGER PRIMARY KEY,
  creditor        INTEGER NOT NULL,
  state           INTEGER NOT NULL,
  debtor          TEXT NOT NULL,
  step            TEXT NOT NULL,
  kind            TEXT NOT NULL,
  as_of           INTEGER NOT NULL,
  media           TEXT NOT NULL,
  currency        TEXT NOT NULL,
  principal_minor INTEGER NOT NULL,
  interest_minor  INTEGER NOT NULL,
  indemnity_minor INTEGER NOT NULL,
  fees_minor      INTEGER NOT NULL,
  case_revision   INTEGER NOT NULL,
  expires_on      INTEGER,
  changed_at      INTEGER NOT NULL,
  sent_on         INTEGER,
  channel         TEXT,
  output          TEXT,
  reason          TEXT,
  facts           TEXT NOT NULL
) STRICT;

CREATE INDEX message_in_state ON message (creditor, state);

-- The items of messages are the steps their items take. Those of live messages lie here, where the key makes a second
-- copy impossible; the others lie in past_step. Both are clustered per debtor because histories are read so.
CREATE TABLE live_step (
  creditor       INTEGER NOT NULL,
  debtor         TEXT NOT NULL,
  invoice        TEXT NOT NULL,
  instalment     INTEGER NOT NULL,
  cycle          INTEGER NOT NULL,
  step           TEXT NOT NULL,
  message        INTEGER NOT NULL,
  position       INTEGER NOT NULL,
  token          TEXT NOT NULL,
  claimed_minor  INTEGER NOT NULL,
  interest_minor INTEGER NOT NULL,
  claimed_until  INTEGER,
  outcome        INTEGER NOT NULL CHECK (outcome IN (1, 2)), -- live, unknown
  on_day         INTEGER NOT NULL,
  own            INTEGER NOT NULL CHECK (own IN (0, 1)),
  PRIMARY KEY (creditor, debtor, invoice, instalment, cycle, step)
) STRICT, WITHOUT ROWID;

-- Of the embedded ledger's own items the debtor is known to stay the same (item_by_invoice). In a ledger of a vendor an
-- invoice may move to another debtor, and must not be reminded twice for it.
CREATE UNIQUE INDEX live_step_of_vendor ON live_step (creditor, invoice, instalment, cycle, step) WHERE own = 0;

CREATE TABLE past_step (
  creditor       INTEGER NOT NULL,
  debtor         TEXT NOT NULL,
  message        INTEGER NOT NULL,
  position       INTEGER NOT NULL,
  invoice        TEXT NOT NULL,
  instalment     INTEGER NOT NULL,
  cycle          INTEGER NOT NULL,
  step           TEXT NOT NULL,
  token          TEXT NOT NULL,
  claimed_minor  INTEGER NOT NULL,
  interest_minor INTEGER NOT NULL,
  claimed_until  INTEGER,
  outcome        INTEGER CHECK (outcome IN (3, 5)), -- sent, not done; none: does not count
  on_day         INTEGER NOT NULL,
  own            INTEGER NOT NULL CHECK (own IN (0, 1)),
  PRIMARY KEY (creditor, debtor, message, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE step_elsewhere (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  invoice    TEXT NOT NULL,
  instalment INTEGER NOT NULL,
  cycle      INTEGER NOT NULL,
  step       TEXT NOT NULL,
  on_day     INTEGER NOT NULL,
  PRIMARY KEY (creditor, debtor, invoice, instalment, cycle, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_credit (
  message    INTEGER NOT NULL REFERENCES message,
  position   INTEGER NOT NULL,
  invoice    TEXT NOT NULL,
  instalment INTEGER NOT NULL,
  token      TEXT NOT NULL,
  PRIMARY KEY (message, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE content (
  creditor INTEGER NOT NULL,
  sha256   TEXT NOT NULL,
  bytes    BLOB NOT NULL,
  PRIMARY KEY (creditor, sha256)
) STRICT;

CREATE TABLE message_content (
  message    INTEGER NOT NULL REFERENCES message,
  position   INTEGER NOT NULL,
  creditor   INTEGER NOT NULL,
  sha256     TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  media_type TEXT NOT NULL,
  PRIMARY KEY (message, position),
  FOREIGN KEY (creditor, sha256) REFERENCES content
) STRICT, WITHOUT ROWID;

-- Cases ------------------------------------------------------------------------------------------------------------

CREATE TABLE case_file (
  creditor    INTEGER NOT NULL,
  debtor      TEXT NOT NULL,
  revision    INTEGER NOT NULL,
  answers     TEXT NOT NULL,
  policy      TEXT,
  policy_hash TEXT,
  away_at     TEXT,
  PRIMARY KEY (creditor, debtor)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_life (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  invoice    TEXT NOT NULL,
  instalment INTEGER NOT NULL,
  cycle      INTEGER NOT NULL CHECK (cycle > 0),
  settled_on INTEGER,
  PRIMARY KEY (creditor, debtor, invoice, instalment)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  id         TEXT NOT NULL,
  kind       TEXT NOT NULL,
  state      TEXT NOT NULL,
  made_on    INTEGER NOT NULL,
  currency   TEXT NOT NULL,
  open_minor INTEGER NOT NULL,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment_item (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  id         TEXT NOT NULL,
  invoice    TEXT NOT NULL,
  instalment INTEGER NOT NULL,
  PRIMARY KEY (creditor, debtor, id, invoice, instalment),
  FOREIGN KEY (creditor, debtor, id) REFERENCES commitment
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment_instalment (
  creditor INTEGER NOT NULL,
  debtor   TEXT NOT NULL,
  id       TEXT NOT NULL,
  position INTEGER NOT NULL,
  on_day   INTEGER NOT NULL,
  currency TEXT NOT NULL,
  minor    INTEGER NOT NULL,
  PRIMARY KEY (creditor, debtor, id, position),
  FOREIGN KEY (creditor, debtor, id) REFERENCES commitment
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute (
  creditor     INTEGER NOT NULL,
  debtor       TEXT NOT NULL,
  id           TEXT NOT NULL,
  invoice      TEXT NOT NULL,
  instalment   INTEGER NOT NULL,
  currency     TEXT,
  amount_minor INTEGER,
  reason       TEXT NOT NULL,
  opened_on    INTEGER NOT NULL,
  deadline     INTEGER,
  closed_on    INTEGER,
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hold (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  id         TEXT NOT NULL,
  invoice    TEXT,
  instalment INTEGER,
  reason     TEXT NOT NULL,
  from_day   INTEGER NOT NULL,
  until_day  INTEGER,
  lifted     INTEGER NOT NULL CHECK (lifted IN (0, 1)),
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE declared_evidence (
  creditor INTEGER NOT NULL,
  debtor   TEXT NOT NULL,
  invoice  TEXT NOT NULL,
  grade    INTEGER NOT NULL CHECK (grade IN (1, 2, 3)),
  sent_on  INTEGER NOT NULL,
  source   TEXT NOT NULL,
  PRIMARY KEY (creditor, debtor, invoice)
) STRICT, WITHOUT ROWID;

CREATE TABLE store_cursor (
  creditor INTEGER NOT NULL REFERENCES creditor,
  store    TEXT NOT NULL,
  cursor   TEXT NOT NULL,
  PRIMARY KEY (creditor, store)
) STRICT, WITHOUT ROWID;

-- The journal ------------------------------------------------------------------------------------------------------
-- An entry holds no personal data, only the salted hash of its payload; salt, debtor and payload lie beside it and can
-- be erased together without breaking the chain.

CREATE TABLE journal_entry (
  creditor     INTEGER NOT NULL REFERENCES creditor,
  sequence     INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  actor        TEXT NOT NULL,
  kind         TEXT NOT NULL,
  payload_hash BLOB NOT NULL,
  entry_hash   BLOB NOT NULL,
  PRIMARY KEY (creditor, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_payload (
  creditor INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  salt     BLOB NOT NULL,
  debtor   TEXT,
  payload  TEXT NOT NULL,
  PRIMARY KEY (creditor, sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_payload_by_debtor ON journal_payload (creditor, debtor, sequence) WHERE debtor IS NOT NULL;

CREATE TABLE journal_link (
  creditor       INTEGER NOT NULL REFERENCES creditor,
  number         INTEGER NOT NULL,
  epoch          INTEGER NOT NULL,
  first_sequence INTEGER NOT NULL,
  last_sequence  INTEGER NOT NULL,
  link_hash      BLOB NOT NULL,
  PRIMARY KEY (creditor, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_entry_is_not_changed BEFORE UPDATE ON journal_entry
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_entry_is_not_deleted BEFORE DELETE ON journal_entry
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_link_is_not_changed BEFORE UPDATE ON journal_link
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_link_is_not_deleted BEFORE DELETE ON journal_link
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_payload_is_not_changed BEFORE UPDATE ON journal_payload
BEGIN SELECT raise(ABORT, 'a payload of the journal can only be erased'); END;
