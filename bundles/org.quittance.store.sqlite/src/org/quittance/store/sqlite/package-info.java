/**
 * The embedded store on SQLite: ledger, case journal and send ledger of a workspace in one file. One connection writes,
 * a few read; what {@code COMMIT} acknowledged is on disk.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.store.sqlite;

import org.eclipse.jdt.annotation.NonNullByDefault;
