package org.quittance.importer.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 86 as German banks write it: a transaction code of three digits, then numbered subfields behind a mark ({@code ?20}).
 * The subfields 20 to 29 and 60 to 63 hold one long text, in which words such as {@code EREF+} say what follows.
 */
final class GermanDetails {

    /** Digits of the transaction code in front. */
    static final int CODE_LENGTH = 3;

    /** Returned direct debits and credit transfers, and debits and cheques credited again. */
    private static final Set<String> RETURNS = Set.of("108", "109", "159", "181", "183");

    /** A subfield has so many characters; a shorter one ended with a blank that was cut off. */
    private static final int WIDTH = 27;

    private static final Pattern WORD = Pattern.compile("(?:^|(?<=\\s))"
            + "(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|COAM|OAMT|MDAT|BREF|RREF)\\+|^(MTLG):");

    private GermanDetails() {}

    static boolean areIn(String text) {
        if (text.length() < CODE_LENGTH + 3 || !BankText.isDigits(text.substring(0, CODE_LENGTH), CODE_LENGTH)) {
            return false;
        }
        char mark = text.charAt(CODE_LENGTH);
        return mark > ' ' && !Character.isLetterOrDigit(mark) && isSubfield(text, CODE_LENGTH, mark);
    }

    private static boolean isSubfield(String text, int at, char mark) {
        return text.charAt(at) == mark
                && at + 2 < text.length()
                && BankText.isDigits(text.substring(at + 1, at + 3), 2);
    }

    /** @param text without line breaks */
    static void read(String text, Details details) throws BadValue {
        Map<String, String> subfields = subfields(text);
        Map<String, StringBuilder> words = words(subfields);
        details.counterparty(joined(subfields, "32", "33"));
        String account = subfields.getOrDefault("31", "");
        details.counterpartyIban(account.isEmpty() ? word(words, "IBAN") : account);
        details.ultimateCounterparty(word(words, "ABWA"));
        details.endToEndId(word(words, "EREF"));
        details.mandate(word(words, "MREF"));
        details.otherReference(word(words, "KREF"));
        details.line(word(words, ""));
        details.line(word(words, "SVWZ"));
        details.line(word(words, "MTLG"));
        if (!details.hasText()) {
            details.line(subfields.getOrDefault("00", ""));
        }
        if (RETURNS.contains(text.substring(0, CODE_LENGTH))) {
            details.takenBack();
            details.returnReason(subfields.getOrDefault("34", ""));
        }
    }

    private static Map<String, String> subfields(String text) {
        Map<String, String> subfields = new LinkedHashMap<>();
        char mark = text.charAt(CODE_LENGTH);
        int start = CODE_LENGTH;
        while (start < text.length()) {
            int end = start + 1;
            while (end < text.length() && !isSubfield(text, end, mark)) {
                end++;
            }
            if (start + 3 <= end) {
                subfields.putIfAbsent(text.substring(start + 1, start + 3), text.substring(start + 3, end));
            }
            start = end;
        }
        return subfields;
    }

    private static String joined(Map<String, String> subfields, String... names) {
        StringBuilder whole = new StringBuilder();
        int before = WIDTH;
        for (String name : names) {
            String part = subfields.getOrDefault(name, "");
            whole.append(before < WIDTH && !part.isEmpty() ? " " : "").append(part);
            before = part.length();
        }
        return whole.toString().replaceAll("\\s+", " ").strip();
    }

    /** The long text by its words; what stands before the first word has none. */
    private static Map<String, StringBuilder> words(Map<String, String> subfields) {
        Map<String, StringBuilder> words = new LinkedHashMap<>();
        String current = "";
        int before = WIDTH;
        for (String part : longText(subfields)) {
            int from = 0;
            Matcher word = WORD.matcher(part);
            while (word.find()) {
                append(words, current, part.substring(from, word.start()), from == 0 && before < WIDTH);
                current = word.group(1) == null ? word.group(2) : word.group(1);
                from = word.end();
            }
            append(words, current, part.substring(from), from == 0 && before < WIDTH);
            before = part.length();
        }
        return words;
    }

    private static List<String> longText(Map<String, String> subfields) {
        List<String> parts = new ArrayList<>();
        subfields.forEach((name, part) -> {
            if (name.startsWith("2") || name.compareTo("60") >= 0 && name.compareTo("63") <= 0) {
                parts.add(part);
            }
        });
        return parts;
    }

    private static void append(Map<String, StringBuilder> words, String word, String part, boolean afterGap) {
        StringBuilder text = words.computeIfAbsent(word, none -> new StringBuilder());
        text.append(afterGap && !text.isEmpty() ? " " : "").append(part);
    }

    private static String word(Map<String, StringBuilder> words, String word) {
        return words.containsKey(word) ? words.get(word).toString().strip() : "";
    }
}
