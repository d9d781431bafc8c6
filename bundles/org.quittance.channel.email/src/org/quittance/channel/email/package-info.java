/**
 * The channel for e-mail. Messages are complete; in a simulated workspace they become files, and transmission by SMTP
 * comes later, until which the channel says so and refuses.
 */
@NonNullByDefault
package org.quittance.channel.email;

import org.eclipse.jdt.annotation.NonNullByDefault;
