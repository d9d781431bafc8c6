package org.quittance.importer.bank;

import org.quittance.api.importer.ImportException;

/** Who paid and who was paid. Up to version 07 a party's name stands in it, from 08 on within {@code Pty}. */
final class CamtParties {

    private String debtor = "";
    private String debtorIban = "";
    private String ultimateDebtor = "";
    private String creditor = "";
    private String creditorIban = "";
    private String ultimateCreditor = "";

    /** The current element to its end. */
    void read(XmlCursor xml) throws ImportException {
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            switch (child) {
                case "Dbtr" -> debtor = name(xml);
                case "DbtrAcct" -> debtorIban = iban(xml);
                case "UltmtDbtr" -> ultimateDebtor = name(xml);
                case "Cdtr" -> creditor = name(xml);
                case "CdtrAcct" -> creditorIban = iban(xml);
                case "UltmtCdtr" -> ultimateCreditor = name(xml);
                default -> xml.skip();
            }
        }
    }

    private static String name(XmlCursor xml) throws ImportException {
        String name = "";
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            switch (child) {
                case "Nm" -> name = xml.text();
                case "Pty" -> name = name(xml);
                default -> xml.skip();
            }
        }
        return name;
    }

    private static String iban(XmlCursor xml) throws ImportException {
        String iban = "";
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            switch (child) {
                case "Id" -> iban = iban(xml);
                case "IBAN" -> iban = BankText.account(xml.text());
                default -> xml.skip();
            }
        }
        return iban;
    }

    /**
     * Tells who the other one is: whose account it is not, else who paid what came in. Where a movement is taken back, the
     * parties are still those of the movement it takes back.
     */
    void tell(Details details, boolean isCredit, boolean takenBack, CamtEntry.Account account) {
        boolean otherPaid = isCredit != takenBack;
        if (account.isIban() && !debtorIban.equals(creditorIban)) {
            otherPaid = creditorIban.equals(account.number()) || !debtorIban.equals(account.number()) && otherPaid;
        }
        details.counterparty(otherPaid ? debtor : creditor);
        details.counterpartyIban(otherPaid ? debtorIban : creditorIban);
        details.ultimateCounterparty(otherPaid ? ultimateDebtor : ultimateCreditor);
    }
}
