/**
 * The life of prepared messages: approval, dispatch, confirmation, and what to do with a message of which nobody
 * knows whether it left. Every change is committed before the wire is touched.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework.send;

import org.eclipse.jdt.annotation.NonNullByDefault;
