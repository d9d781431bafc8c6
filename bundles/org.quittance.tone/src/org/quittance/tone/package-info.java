/**
 * The lint of words: rules as data per language, read once. Matching knows accents and inflections and goes by whole words, so
 * that «indebted» and «Geduld» alarm nobody.
 */
@NonNullByDefault
package org.quittance.tone;

import org.eclipse.jdt.annotation.NonNullByDefault;
