package org.quittance.matching.judge;

/** Whether two texts differ by one slip of the pen. */
final class Slips {

    private Slips() {}

    /** One character wrong, missing or too many, or two neighbours exchanged. */
    static boolean isOne(String one, String other) {
        int difference = one.length() - other.length();
        if (difference < -1 || difference > 1 || one.equals(other)) {
            return false;
        }
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        if (difference == 0) {
            return same(one, from + 1, other, from + 1) || isExchange(one, other, from);
        }
        return difference > 0 ? same(one, from + 1, other, from) : same(one, from, other, from + 1);
    }

    /** One character wrong and nothing else: what a neighbour in a row of numbers looks like. */
    static boolean isOneWrong(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int wrong = 0;
        for (int at = 0; at < one.length(); at++) {
            wrong += one.charAt(at) == other.charAt(at) ? 0 : 1;
        }
        return wrong == 1;
    }

    private static boolean isExchange(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && same(one, at + 2, other, at + 2);
    }

    private static boolean same(String one, int from, String other, int otherFrom) {
        return one.substring(Math.min(from, one.length())).equals(other.substring(Math.min(otherFrom, other.length())));
    }
}
