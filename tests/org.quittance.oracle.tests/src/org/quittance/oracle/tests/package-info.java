/**
 * Readers of other people's formats held against independent readers of the same formats, and fuzzed. On the plain class
 * path, because neither the other readers nor the fuzzer are bundles.
 */
package org.quittance.oracle.tests;
