package org.quittance.service.policy;

/**
 * What a clerk may agree with a debtor alone; beyond it an approver decides.
 *
 * @param promiseDaysMax how far ahead a promise may be dated
 * @param planInstalmentsMax how many instalments a plan may have
 * @param planDaysMax from the day it is made to its last instalment
 * @param releasePercentMax how much of what is open on the items a settlement may give up, in whole percent
 * @param discountPercentMax how much of an item's open amount a discount may take off, in whole percent
 * @param holdDaysMax how long a hold may last; one without an end always takes an approver
 * @param waiverNeedsApproval whether giving up interest, indemnity or fees takes an approver
 * @param fourEyes whether the one who proposed may not be the one who approves, in addition to the creditor's own rule
 */
public record AgreementLimits(
        int promiseDaysMax,
        int planInstalmentsMax,
        int planDaysMax,
        int releasePercentMax,
        int discountPercentMax,
        int holdDaysMax,
        boolean waiverNeedsApproval,
        boolean fourEyes) {

    /** Those of a policy that names none. */
    public static final AgreementLimits USUAL = new AgreementLimits(45, 6, 190, 10, 5, 60, false, false);
}
