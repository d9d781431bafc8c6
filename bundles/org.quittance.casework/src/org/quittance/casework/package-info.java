/**
 * The shell around the engine, as services: each class here checks who asks, takes the creditor's turn and hands the work to one
 * of the packages below. What was decided and sent is written through the case ledger; nothing here keeps state of its own.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework;

import org.eclipse.jdt.annotation.NonNullByDefault;
