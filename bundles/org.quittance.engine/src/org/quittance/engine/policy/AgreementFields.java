package org.quittance.engine.policy;

import java.util.List;
import java.util.Optional;
import org.quittance.service.policy.AgreementLimits;
import org.quittance.service.policy.PolicyProblem;

/** Reads what may be agreed without an approver; a limit that is not named is the usual one. */
final class AgreementFields {

    private static final String NAME = "agreements";
    private static final List<String> KNOWN = List.of(
            "promiseDaysMax",
            "planInstalmentsMax",
            "planDaysMax",
            "releasePercentMax",
            "discountPercentMax",
            "holdDaysMax",
            "waiverNeedsApproval",
            "fourEyes");

    private AgreementFields() {}

    static AgreementLimits read(Fields policy, List<PolicyProblem> problems) {
        Optional<Json> value = policy.json(NAME);
        AgreementLimits usual = AgreementLimits.USUAL;
        if (value.isEmpty()) {
            return usual;
        }
        if (!(value.get() instanceof Json.Object object)) {
            policy.problem(NAME, "is " + value.get().word() + ", expected limits such as {\"promiseDaysMax\": 30}");
            return usual;
        }
        Fields fields = new Fields(object, NAME, problems);
        fields.onlyKnow(KNOWN);
        return new AgreementLimits(
                fields.whole("promiseDaysMax", 1, 730).orElse(usual.promiseDaysMax()),
                fields.whole("planInstalmentsMax", 1, 120).orElse(usual.planInstalmentsMax()),
                fields.whole("planDaysMax", 1, 3_660).orElse(usual.planDaysMax()),
                fields.whole("releasePercentMax", 0, 100).orElse(usual.releasePercentMax()),
                fields.whole("discountPercentMax", 0, 100).orElse(usual.discountPercentMax()),
                fields.whole("holdDaysMax", 1, 730).orElse(usual.holdDaysMax()),
                fields.flag("waiverNeedsApproval"),
                fields.flag("fourEyes"));
    }
}
