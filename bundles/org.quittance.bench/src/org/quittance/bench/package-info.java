/**
 * Measures the main phases on a ledger made with a fixed seed, through the same services that any ledger goes through, beside
 * a floor measured in the same run. It ships, so that anybody can repeat the published figures.
 */
@NonNullByDefault
package org.quittance.bench;

import org.eclipse.jdt.annotation.NonNullByDefault;
