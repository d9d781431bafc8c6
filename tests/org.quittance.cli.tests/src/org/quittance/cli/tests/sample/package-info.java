/** A connector that no bundle of the suite holds: tests pack it into plug-ins. */
package org.quittance.cli.tests.sample;
