/**
 * Heads of the journal for somebody outside, what is held about a debtor and its erasure, and receivables that are written off:
 * the services of {@code org.quittance.service.proof}.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.proof;

import org.eclipse.jdt.annotation.NonNullByDefault;
