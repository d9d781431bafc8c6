/**
 * The case journal and the send ledger: the truth about what was decided, said, promised, sent and handed over. Implemented
 * only by stores of the suite, called only by the suite; append-only, hash-chained, one transaction per unit of meaning.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.api.ledger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
