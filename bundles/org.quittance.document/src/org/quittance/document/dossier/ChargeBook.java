package org.quittance.document.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;

/** What the law gives title to beside the principal. */
public interface ChargeBook {

    /**
     * The charges on one item that is late.
     *
     * @param undisputed what is open on it and not contested; positive
     */
    Charges charges(Case whose, OpenItem item, Money undisputed);

    /** Between whom, and on which day. */
    record Case(Creditor creditor, Debtor debtor, Optional<LocalDate> noticeOn, LocalDate asOf) {

        public Case {
            requireNonNull(creditor, "creditor");
            requireNonNull(debtor, "debtor");
            requireNonNull(noticeOn, "noticeOn");
            requireNonNull(asOf, "asOf");
        }
    }

    /**
     * @param segments interest in order of time
     * @param indemnity the fixed compensation for the invoice, to be counted once however many instalments are late
     * @param gap a period without a rate, at which interest stops
     */
    record Charges(List<InterestSegment> segments, Money indemnity, Optional<Gap> gap) {

        public Charges {
            segments = List.copyOf(segments);
            requireNonNull(indemnity, "indemnity");
            requireNonNull(gap, "gap");
        }
    }

    /** A period without a published rate, and its first day. */
    record Gap(String period, LocalDate since) {

        public Gap {
            requireNonNull(period, "period");
            requireNonNull(since, "since");
        }
    }
}
