package org.quittance.api.ledger;

/** Something recorded about a debtor beside commitments, disputes and holds; written by {@link LedgerBatch#record}. */
public sealed interface CaseRecord
        permits Contact,
                Goodwill,
                CaseMark,
                CommitmentTerms,
                Imputed,
                Restriction,
                Ruling,
                ClaimStatement,
                AgreedTerm,
                Delivery,
                Deposit,
                ProofDocument,
                HandOver {

    /** Unique within the debtor and the kind of record; recording the same identifier again replaces it. */
    String id();
}
