package org.quittance.casework.intake;

import org.quittance.api.store.StoreException;

/** The ledger failed while a record was taken; carries the checked failure through the importer. */
final class IntakeFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StoreException failure;

    IntakeFailed(StoreException failure) {
        super(failure);
        this.failure = failure;
    }

    StoreException failure() {
        return failure;
    }
}
