/** Whole runs inside the framework: what a firm does in a month, and what happens when services come and go meanwhile. */
package org.quittance.scenario.tests;
