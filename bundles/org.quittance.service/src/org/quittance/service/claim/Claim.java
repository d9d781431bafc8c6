package org.quittance.service.claim;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.DayCount;
import org.quittance.api.interest.Imputation;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.model.Money;

/**
 * What is owed on one debt, in parts that are never mixed. Amounts are what is still open after the payments; the segments
 * are the whole interest, also what was paid meanwhile.
 *
 * @param number of the debt
 * @param principal still open
 * @param interest still open, capitalised interest included
 * @param indemnity fixed compensation still open
 * @param fees agreed fees still open
 * @param costs proved costs still open
 * @param overpaid money that was more than everything owed
 * @param segments in order of time
 * @param missing what stopped the computation before the asked day
 */
public record Claim(
        String number,
        Money principal,
        Money interest,
        Money indemnity,
        Money fees,
        Money costs,
        Money overpaid,
        List<InterestSegment> segments,
        DayCount dayCount,
        Imputation imputation,
        List<Warning> warnings,
        Optional<MissingRate> missing) {

    public Claim {
        requireNonNull(number, "number");
        requireNonNull(principal, "principal");
        requireNonNull(interest, "interest");
        requireNonNull(indemnity, "indemnity");
        requireNonNull(fees, "fees");
        requireNonNull(costs, "costs");
        requireNonNull(overpaid, "overpaid");
        segments = List.copyOf(segments);
        requireNonNull(dayCount, "dayCount");
        requireNonNull(imputation, "imputation");
        warnings = List.copyOf(warnings);
        requireNonNull(missing, "missing");
    }

    /** The whole interest, also what was paid meanwhile. */
    public Money interestOfSegments() {
        Money sum = Money.zero(interest.currency());
        for (InterestSegment segment : segments) {
            sum = sum.plus(segment.interest());
        }
        return sum;
    }

    public Money total() {
        return principal.plus(interest).plus(indemnity).plus(fees).plus(costs);
    }

    /**
     * Something a person should know; nothing was changed because of it unless the code says so.
     *
     * @param details what the sentence of the code has places for
     */
    public record Warning(Code code, List<String> details) {

        public Warning {
            requireNonNull(code, "code");
            details = List.copyOf(details);
        }

        public static Warning of(Code code, String... details) {
            return new Warning(code, List.of(details));
        }
    }

    /** What there may be to say. */
    public enum Code {
        /** The contract's rate is below the floor of a period: rate, floor, period. */
        CONTRACT_BELOW_FLOOR,
        /** The contract's rate is above the ceiling of a period: rate, ceiling, period. */
        CONTRACT_ABOVE_CEILING,
        /** The floor or ceiling of a period is not known, so the rate was not compared: period. */
        CONTRACT_BOUND_UNKNOWN,
        /** The regime asks for a notice and none was named: no interest. */
        NO_NOTICE,
        /** Interest stopped the day before the proceedings opened: day. */
        STOPPED_BY_INSOLVENCY,
        /** No indemnity: the invoice was due when insolvency proceedings forbade payment: day. */
        INDEMNITY_BARRED_BY_INSOLVENCY,
        /** The regime forbids interest on interest: article. */
        CAPITALISATION_FORBIDDEN,
        /** Whether points are added to this rate after a judgment is not settled, or not known here: none were added. */
        NO_JUDGMENT_POINTS,
        /** A payment after the day of the claim does not count: day, amount. */
        PAYMENT_AFTER_DAY,
        /** More was paid than was owed: amount. */
        OVERPAID
    }
}
