package org.quittance.importer.bank;

import java.util.Optional;

/** The three messages by which a bank tells its customer what moved. */
enum CamtKind {
    /** camt.052: the day so far, or a day that is over. */
    REPORT("2", "BkToCstmrAcctRpt", "Rpt"),
    /** camt.053: everything of a period. */
    STATEMENT("3", "BkToCstmrStmt", "Stmt"),
    /** camt.054: single movements, nothing is said of others. */
    NOTIFICATION("4", "BkToCstmrDbtCdtNtfctn", "Ntfctn");

    private static final String NAMESPACE = "camt.05";
    private static final String VARIANT = ".001.";
    private static final int VERSION_MIN = 2;

    private final String digit;
    private final String message;
    private final String statement;

    CamtKind(String digit, String message, String statement) {
        this.digit = digit;
        this.message = message;
        this.statement = statement;
    }

    /** By the name of the element that holds the message. */
    static Optional<CamtKind> ofMessage(String element) {
        for (CamtKind kind : values()) {
            if (kind.message.equals(element)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The element of one statement, report or notification. */
    String statement() {
        return statement;
    }

    /** Whether a namespace, such as {@code urn:iso:std:iso:20022:tech:xsd:camt.053.001.08}, is of this message and can be read. */
    boolean isReadable(String namespace) {
        String start = NAMESPACE + digit + VARIANT;
        int at = namespace.lastIndexOf(start);
        String version = at < 0 ? "" : namespace.substring(at + start.length());
        return BankText.isDigits(version, 2) && Integer.parseInt(version) >= VERSION_MIN;
    }

    /** Whether the beginning of a file names one of the messages. */
    static boolean isNamed(String head) {
        for (CamtKind kind : values()) {
            if (head.contains(NAMESPACE + kind.digit + VARIANT)) {
                return true;
            }
        }
        return false;
    }
}
