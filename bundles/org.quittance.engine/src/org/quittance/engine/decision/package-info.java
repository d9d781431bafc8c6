/**
 * Decides what is done about the open items of one debtor on one day: position on the ladder, what blocks, whose turn it is,
 * what a message claims. Working objects here belong to one decision and one thread; nothing is shared between decisions.
 *
 * <p>The order in which an item is looked at, and so the reason that wins when several hold: broken data, away, settled in
 * the journal, message on its way, unmapped step, hold, dispute, commitment, evidence, age and gap, what the step asks for,
 * bank data, reachability, rate, and at last what the debtor's other items and the day allow.
 */
@NonNullByDefault
package org.quittance.engine.decision;

import org.eclipse.jdt.annotation.NonNullByDefault;
