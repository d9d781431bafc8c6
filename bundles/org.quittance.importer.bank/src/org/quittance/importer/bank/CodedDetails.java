package org.quittance.importer.bank;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 86 as Dutch and French banks write it: codes between slashes ({@code /EREF/F-2026-115/NAME/Exemple SARL}), the SEPA
 * ones or those of CFONB.
 */
final class CodedDetails {

    private static final Pattern CODE =
            Pattern.compile("/(TRTP|TRCD|EREF|KREF|PREF|CREF|MARF|MREF|CSID|CNTP|NAME|IBAN|BIC"
                    + "|REMI|ORDP|BENM|ULTD|ULTC|UDTR|UCRD|RTRN|RREF|PURP|ADDR|ISDT|SVCL|NRTX|BUSP|ID"
                    + "|NPY|NBE|NPO|NBU|IPY|IBE|LIB|LCC|LC2|LCS|RCN|REF|RUM|ICS|RET|CPY|CBE|MMO|FEE)/");

    private static final String UNSTRUCTURED = "USTD/";
    private static final String STRUCTURED = "STRD/";

    /** SEPA's codes in this field, as the qualifiers of CFONB that mean the same. */
    private static final Map<String, String> SAME = Map.of("EREF", "RCN", "MARF", "RUM", "MREF", "RUM", "RTRN", "RET");

    private static final Set<String> DEBTOR_THIRD = Set.of("ULTD", "UDTR");
    private static final Set<String> CREDITOR_THIRD = Set.of("ULTC", "UCRD");

    private CodedDetails() {}

    static boolean areIn(String text) {
        return CODE.matcher(text.stripLeading()).lookingAt();
    }

    /** @param text without line breaks */
    static void read(String text, boolean isCredit, Details details) throws BadValue {
        Matcher code = CODE.matcher(text);
        CfonbDetails qualified = new CfonbDetails(details, isCredit);
        String current = "";
        int from = 0;
        while (code.find(from)) {
            take(current, text.substring(from, code.start()), isCredit, details, qualified);
            current = code.group(1);
            from = code.end();
        }
        take(current, text.substring(from), isCredit, details, qualified);
        qualified.finish();
    }

    private static void take(String code, String value, boolean isCredit, Details details, CfonbDetails qualified)
            throws BadValue {
        String bare = value.replaceAll("/+$", "").strip();
        if (bare.isEmpty()) {
            return;
        }
        switch (code) {
            case "" -> details.line(bare);
            case "NAME" -> details.counterparty(bare);
            case "IBAN" -> details.counterpartyIban(bare);
            case "CNTP" -> counterparty(bare.split("/", -1), details);
            case "REMI" -> remittance(bare, details);
            case "KREF", "PREF", "CREF" -> details.otherReference(bare);
            case "TRTP",
                    "TRCD",
                    "CSID",
                    "BIC",
                    "ORDP",
                    "BENM",
                    "RREF",
                    "PURP",
                    "ADDR",
                    "ISDT",
                    "SVCL",
                    "NRTX",
                    "BUSP",
                    "ID" -> {
                // The kind of transfer, its purpose and the addresses say nothing about which invoice is meant.
            }
            default -> {
                if (DEBTOR_THIRD.contains(code) == isCredit && CREDITOR_THIRD.contains(code) != isCredit) {
                    details.ultimateCounterparty(bare);
                } else if (!DEBTOR_THIRD.contains(code) && !CREDITOR_THIRD.contains(code)) {
                    qualified.take(SAME.getOrDefault(code, code), bare);
                }
            }
        }
    }

    /** Account, bank, name, town. */
    private static void counterparty(String[] parts, Details details) {
        details.counterpartyIban(parts[0]);
        if (parts.length > 2) {
            details.counterparty(parts[2]);
        }
    }

    private static void remittance(String value, Details details) throws BadValue {
        if (value.startsWith(UNSTRUCTURED)) {
            details.line(value.substring(UNSTRUCTURED.length()).replaceAll("^/+", ""));
        } else if (value.startsWith(STRUCTURED)) {
            details.structuredReference(value.substring(value.lastIndexOf('/') + 1));
        } else {
            details.line(value);
        }
    }
}
