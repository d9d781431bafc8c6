/** Tests of the calendars against lists that were made apart from their rules. */
package org.quittance.calendar;
