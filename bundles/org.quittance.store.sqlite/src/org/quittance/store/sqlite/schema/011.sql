-- What a message claimed beside the principal is kept per item, with its currency, and what was paid of it: a ledger of invoices has
-- only a credit for that. What a payment that was taken back had paid stays as a row that says so.

ALTER TABLE live_step ADD COLUMN indemnity_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE live_step ADD COLUMN charged_in TEXT;
ALTER TABLE past_step ADD COLUMN indemnity_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE past_step ADD COLUMN charged_in TEXT;

-- Of messages from before, the compensation is known for the item only where the message was about one.
UPDATE live_step SET
  charged_in = (SELECT m.currency FROM message m WHERE m.message = live_step.message),
  indemnity_minor = coalesce((SELECT m.indemnity_minor FROM message m WHERE m.message = live_step.message
    AND NOT EXISTS (SELECT 1 FROM live_step o WHERE o.creditor = live_step.creditor AND o.debtor = live_step.debtor
      AND o.message = live_step.message AND o.position <> live_step.position)), 0)
  WHERE claimed_until IS NOT NULL;
UPDATE past_step SET
  charged_in = (SELECT m.currency FROM message m WHERE m.message = past_step.message),
  indemnity_minor = coalesce((SELECT m.indemnity_minor FROM message m WHERE m.message = past_step.message
    AND NOT EXISTS (SELECT 1 FROM past_step o WHERE o.creditor = past_step.creditor AND o.debtor = past_step.debtor
      AND o.message = past_step.message AND o.position <> past_step.position)), 0)
  WHERE claimed_until IS NOT NULL;

-- Of items settled before it is not known by what: nothing is taken to be due beside them.
ALTER TABLE item_life ADD COLUMN by_money INTEGER NOT NULL DEFAULT 0 CHECK (by_money IN (0, 1));

ALTER TABLE imputed_interest ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1));

CREATE TABLE imputed_charge (
  creditor          INTEGER NOT NULL,
  debtor            TEXT NOT NULL,
  id                TEXT NOT NULL,
  charge            TEXT NOT NULL,
  invoice           TEXT NOT NULL,
  instalment        INTEGER NOT NULL,
  credit            TEXT NOT NULL,
  credit_instalment INTEGER NOT NULL,
  currency          TEXT NOT NULL,
  minor             INTEGER NOT NULL CHECK (minor > 0),
  on_day            INTEGER NOT NULL,
  taken_back        INTEGER NOT NULL CHECK (taken_back IN (0, 1)),
  PRIMARY KEY (creditor, debtor, id)
) STRICT, WITHOUT ROWID;
