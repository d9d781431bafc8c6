package org.quittance.casework.run;

import java.util.List;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;

/**
 * The open items of one debtor, as they came in one piece from the stream.
 *
 * @param again whether the debtor had come before: then the store broke its promise and nothing is decided
 */
record DebtorGroup(DebtorId debtor, List<OpenItem> items, boolean again) {}
