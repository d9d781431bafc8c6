/**
 * Computes what is owed: interest by segment, and the claim on one debt or several with payments, notices, judgments and
 * insolvency in between. The arithmetic of interest stands here once, for every regime and for the dunning of invoices.
 */
@NonNullByDefault
package org.quittance.engine.claim;

import org.eclipse.jdt.annotation.NonNullByDefault;
