/**
 * The channel for letters: a PDF in the outbox, which somebody prints and posts. A letter counts as sent only when its
 * posting is confirmed.
 */
@NonNullByDefault
package org.quittance.channel.letter;

import org.eclipse.jdt.annotation.NonNullByDefault;
