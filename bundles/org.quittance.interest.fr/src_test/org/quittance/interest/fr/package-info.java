/**
 * Tests of the French regimes: the worked examples of the law notes by their numbers, the contract of the TCK, and the data
 * files themselves.
 */
package org.quittance.interest.fr;
