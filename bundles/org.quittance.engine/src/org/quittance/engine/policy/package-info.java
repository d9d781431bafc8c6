/**
 * Reads dunning policies written as JSON, names what is wrong with them by line and field, and ships three of them. What
 * only an installation can tell (templates, titles of charges) is checked by the policy library, not here.
 */
@NonNullByDefault
package org.quittance.engine.policy;

import org.eclipse.jdt.annotation.NonNullByDefault;
