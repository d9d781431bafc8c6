package org.quittance.service.claim;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.Allocation;

/** Computes claims. Pure, safe for any thread, about a microsecond per debt and year. */
@ProviderType
public interface ClaimService {

    /**
     * What one debt amounts to. A period without a rate stops the computation at its first day and is named in the claim.
     *
     * @throws IllegalArgumentException where currencies are mixed
     */
    Claim claim(InterestRegime regime, Debt debt, Circumstances circumstances);

    /**
     * What several debts of one debtor amount to when money came for all of them. Each payment goes, as C. civ. 1342-10
     * orders, first to debts that are due, among them to those the debtor had most interest to pay (the highest rate, then
     * the oldest), and in equal parts of their amounts to debts that are alike.
     *
     * @param payments not yet set against any of the debts
     * @return one claim per debt, in the order of the debts
     * @throws IllegalArgumentException where currencies are mixed
     */
    List<Claim> claims(InterestRegime regime, List<Debt> debts, List<Allocation> payments, Circumstances circumstances);
}
