/**
 * The engine as a service: decides what is done about every open item of a debtor and explains it. It has no clock, no
 * input or output and no randomness; everything it knows comes in as an argument.
 */
@NonNullByDefault
package org.quittance.engine;

import org.eclipse.jdt.annotation.NonNullByDefault;
