/**
 * The channel for e-mail. Messages are complete; in a simulated workspace they become files, in a real one they are submitted by
 * SMTP where an account names a server.
 */
@NonNullByDefault
package org.quittance.channel.email;

import org.eclipse.jdt.annotation.NonNullByDefault;
