/**
 * Hand-over to collection agencies and the choice of a way to a court. A case goes out whole or not at all: the intention is
 * committed before the agency is called, its answer afterwards, and a crash in between is mended with the same key.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.escalation;

import org.eclipse.jdt.annotation.NonNullByDefault;
