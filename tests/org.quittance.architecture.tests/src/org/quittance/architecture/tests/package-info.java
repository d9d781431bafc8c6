/** The table "who may depend on whom" of the architecture, read from the running framework and the class files. */
package org.quittance.architecture.tests;
