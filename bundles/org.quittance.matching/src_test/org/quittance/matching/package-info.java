/** Tests of the matching of bank entries. */
package org.quittance.matching;
