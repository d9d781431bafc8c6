/**
 * What is held about a debtor: given to them on request, and erased when the law no longer asks to keep it. What has to stay, until
 * when and under which article is data with a source.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.proof.privacy;

import org.eclipse.jdt.annotation.NonNullByDefault;
