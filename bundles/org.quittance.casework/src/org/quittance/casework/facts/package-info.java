/**
 * What a message states, put together from a plan, and the JSON in which it is frozen and journalled. Pure
 * functions; no service is called.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework.facts;

import org.eclipse.jdt.annotation.NonNullByDefault;
