-- The document of an invoice, as proof; what it is lies by content in the same table as what was sent.
CREATE TABLE invoice_document (
  creditor   INTEGER NOT NULL,
  debtor     TEXT NOT NULL,
  invoice    TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  media_type TEXT NOT NULL,
  PRIMARY KEY (creditor, invoice, sha256),
  FOREIGN KEY (creditor, sha256) REFERENCES content
) STRICT, WITHOUT ROWID;

CREATE INDEX invoice_document_by_debtor ON invoice_document (creditor, debtor);

-- The buyer of a document is looked for among the debtors.
CREATE INDEX debtor_by_legal_id ON debtor (creditor, upper(replace(replace(legal_id, ' ', ''), '.', '')))
  WHERE legal_id IS NOT NULL;

CREATE INDEX debtor_by_postal_code ON debtor (creditor, postal_code) WHERE postal_code IS NOT NULL;
