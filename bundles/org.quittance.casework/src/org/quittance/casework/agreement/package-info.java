/**
 * Records what debtors say and what is agreed with them. Each recording looks at one debtor, checks it against what is open and
 * against the limits of the policy, and is written with its journal entry in one unit of work.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework.agreement;

import org.eclipse.jdt.annotation.NonNullByDefault;
