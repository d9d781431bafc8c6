/** Tests of the agency by folder: the contract of the TCK, the package, the agency's side, and what goes wrong with files. */
package org.quittance.agency.file;
