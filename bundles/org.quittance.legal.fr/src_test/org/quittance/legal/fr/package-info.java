/** Tests of French escalation: the contract of the TCK, the notice for each kind of debtor, and the routes. */
package org.quittance.legal.fr;
