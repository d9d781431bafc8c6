package org.quittance.importer.bank;

/** The qualifiers of CFONB's record 05, each with what it tells about the movement before it. For one movement. */
final class CfonbDetails {

    /** Several qualifiers hold two fields of so many characters. */
    private static final int HALF = 35;

    private final Details details;
    private final boolean isCredit;
    private String debtor = "";
    private String creditor = "";
    private String debtorAccount = "";
    private String creditorAccount = "";
    private String debtorThird = "";
    private String creditorThird = "";

    CfonbDetails(Details details, boolean isCredit) {
        this.details = details;
        this.isCredit = isCredit;
    }

    /** A qualifier this does not know is text: banks have their own. */
    void take(String qualifier, String value) throws BadValue {
        switch (qualifier) {
            case "NPY" -> debtor = joined(debtor, value);
            case "NBE" -> creditor = joined(creditor, value);
            case "NPO" -> debtorThird = joined(debtorThird, value);
            case "NBU" -> creditorThird = joined(creditorThird, value);
            case "CPY" -> debtorAccount = first(value);
            case "CBE" -> creditorAccount = first(value);
            case "RCN" -> details.endToEndId(first(value));
            case "RUM" -> details.mandate(first(value));
            case "LCS" -> details.structuredReference(value);
            case "RET" -> details.returnReason(value.strip().split("\\s+", 2)[0]);
            case "REF" -> details.otherReference(value.strip());
            case "ICS", "MMO", "FEE", "IBE" -> {
                // Who the creditor is, and amounts in other currencies, say nothing about which invoice is meant.
            }
            default -> details.line(value);
        }
    }

    /** Call once, behind the last qualifier: who the other one is depends on the direction of the money. */
    void finish() {
        String other = isCredit ? debtor : creditor;
        String name = other.isEmpty() ? isCredit ? creditor : debtor : other;
        if (!name.isEmpty()) {
            details.counterparty(name);
        }
        String account = isCredit ? debtorAccount : creditorAccount;
        if (!account.isEmpty()) {
            details.counterpartyIban(account);
        }
        String third = isCredit ? debtorThird : creditorThird;
        if (!third.isEmpty()) {
            details.ultimateCounterparty(third);
        }
    }

    private static String first(String value) {
        return value.length() <= HALF ? value.strip() : value.substring(0, HALF).strip();
    }

    private static String joined(String before, String more) {
        String whole = (before + " " + more).replaceAll("\\s+", " ").strip();
        return whole.length() <= 4 * HALF ? whole : whole.substring(0, 4 * HALF);
    }
}
