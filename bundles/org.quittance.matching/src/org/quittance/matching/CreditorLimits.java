package org.quittance.matching;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.quittance.api.model.CreditorId;
import org.quittance.matching.judge.Rules;

/** Limits of one creditor, instead of those of the installation. */
@Component(
        service = CreditorLimits.class,
        configurationPid = "org.quittance.matching.creditor",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MatchingLimits.class, factory = true)
public final class CreditorLimits {

    private final CreditorId creditor;
    private final Rules rules;

    /** @throws IllegalArgumentException where it does not say whose they are */
    @Activate
    public CreditorLimits(MatchingLimits limits) {
        this.creditor = CreditorId.of(limits.creditor());
        this.rules = rules(limits);
    }

    CreditorId creditor() {
        return creditor;
    }

    Rules rules() {
        return rules;
    }

    static Rules rules(MatchingLimits limits) {
        return new Rules(
                limits.bookFrom(),
                limits.smallDifferenceMinor(),
                limits.bankFeeMinor(),
                limits.discountPermille(),
                limits.discountDays());
    }
}
