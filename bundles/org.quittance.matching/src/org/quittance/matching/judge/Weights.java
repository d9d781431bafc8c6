package org.quittance.matching.judge;

/**
 * How sure each kind of evidence is, of 1000. Set on generated ledgers whose seeds the evaluation never sees; releng/docs/matching.md
 * tells how.
 */
final class Weights {

    static final int REFERENCE = 1_000;
    static final int NUMBER_FULL = 990;
    static final int NUMBER_BARE_AGREED = 980;
    static final int NUMBER_BARE = 930;
    static final int AMONG_OTHERS = 965;
    static final int INSTALMENT = 975;
    static final int REFERENCE_PART = 960;
    static final int NUMBER_PART_AGREED = 955;
    static final int NUMBER_PART = 880;
    static final int CLOSED_BY_RULE = 965;
    static final int CLOSED_BY_RULE_STRANGER = 900;
    static final int AND_MORE_AGREED = 955;
    static final int AND_MORE = 900;
    static final int OVERPAID = 800;
    static final int MISSPELT_AGREED = 975;
    static final int MISSPELT = 920;
    static final int ACCOUNT_AND_AMOUNT = 965;
    static final int NAME_AND_AMOUNT = 955;
    static final int ACCOUNT_ONLY_AND_AMOUNT = 900;
    static final int LIKE_NAME_AND_AMOUNT = 952;
    /** Several debtors have the name, and one of them has the amount. */
    static final int SHARED_NAME_AND_AMOUNT = 952;

    static final int SHARED_NAME_AND_PRICE = 880;
    static final int ALL_OPEN = 955;
    static final int ALL_OPEN_UNSURE = 880;
    static final int COMBINED = 930;
    static final int COMBINED_UNSURE = 820;
    /** Several payments of one payer make one of his invoices. */
    static final int TOGETHER = 955;

    static final int TOGETHER_UNSURE = 880;
    static final int SEVERAL = 600;
    static final int OLDEST_FIRST = 400;
    static final int AMOUNT_ONLY = 450;
    /** Another number that looks like an invoice of ours stands in the text. */
    static final int FOREIGN_NUMBER_CAP = 890;
    /** The amount is a price that many invoices have, and nothing but the amount, or a number alone, speaks for this one. */
    static final int PRICE_CAP = 900;

    /** From so many open invoices on an amount is a price. */
    static final int PRICE_FROM = 4;

    /** Money of the debtor for sure, whatever it pays. */
    static final int CREDIT = 955;

    /** A rival that comes closer than this makes it ambiguous. */
    static final int MARGIN = 30;

    private Weights() {}
}
