package org.quittance.importer.bank;

import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/**
 * One transaction of an entry.
 *
 * @param amount signed, in the currency of the entry; empty where it has none in that currency
 * @param bankReference the bank's reference of this transaction; empty text if it has none
 */
record CamtTransaction(long line, Optional<Money> amount, String bankReference, boolean isReturn, Details details) {

    /** The current element to its end. */
    static CamtTransaction read(
            XmlCursor xml, String currency, String side, boolean reversal, CamtEntry.Account account)
            throws ImportException {
        return new Reading(xml, currency, side).read(reversal, account);
    }

    private static final class Reading {

        private final XmlCursor xml;
        private final String currency;
        private final long line;
        private final Details details = new Details();
        private final CamtParties parties = new CamtParties();
        private String side;
        private String bankReference = "";
        private String additional = "";
        private boolean isReturn;
        private CamtAmount amount = CamtAmount.NONE;
        private CamtAmount detailed = CamtAmount.NONE;

        Reading(XmlCursor xml, String currency, String side) {
            this.xml = xml;
            this.currency = currency;
            this.side = side;
            this.line = xml.line();
        }

        CamtTransaction read(boolean reversal, CamtEntry.Account account) throws ImportException {
            try {
                for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
                    switch (child) {
                        case "Refs" -> references();
                        case "Amt" -> amount = inCurrency(CamtAmount.read(xml));
                        case "CdtDbtInd" -> side = xml.text();
                        case "AmtDtls" -> amountDetails();
                        case "RltdPties" -> parties.read(xml);
                        case "RmtInf" -> remittance();
                        case "RtrInf" -> returned();
                        case "AddtlTxInf" -> additional = xml.text();
                        default -> xml.skip();
                    }
                }
                parties.tell(details, side.equals("CRDT"), reversal || isReturn, account);
                if (!details.hasText()) {
                    details.line(additional);
                }
                CamtAmount own = amount.isPresent() ? amount : detailed;
                return new CamtTransaction(
                        line,
                        own.isPresent() ? Optional.of(own.signed(side)) : Optional.empty(),
                        bankReference,
                        isReturn,
                        details);
            } catch (BadValue problem) {
                throw problem.at(line, "TxDtls");
            }
        }

        private CamtAmount inCurrency(CamtAmount read) {
            return read.currency().equals(currency) ? read : CamtAmount.NONE;
        }

        private void references() throws ImportException {
            for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
                switch (child) {
                    case "AcctSvcrRef" -> bankReference = BankText.reference(xml.text());
                    case "EndToEndId" -> details.endToEndId(xml.text());
                    case "MndtId" -> details.mandate(xml.text());
                    case "InstrId", "TxId", "UETR", "ChqNb" -> details.otherReference(xml.text());
                    default -> xml.skip();
                }
            }
        }

        /** The amount of the transaction, else the one it was ordered with, where it is in the currency of the account. */
        private void amountDetails() throws ImportException {
            for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
                if (child.equals("TxAmt") || child.equals("InstdAmt")) {
                    for (String part = xml.child(); !part.isEmpty(); part = xml.child()) {
                        if (!part.equals("Amt")) {
                            xml.skip();
                            continue;
                        }
                        CamtAmount found = inCurrency(CamtAmount.read(xml));
                        detailed = found.isPresent() && (child.equals("TxAmt") || !detailed.isPresent())
                                ? found
                                : detailed;
                    }
                } else {
                    xml.skip();
                }
            }
        }

        private void remittance() throws ImportException, BadValue {
            for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
                switch (child) {
                    case "Ustrd" -> details.line(xml.text());
                    case "Strd" -> structured();
                    default -> xml.skip();
                }
            }
        }

        /** The first reference is the entry's; further ones, and the documents referred to, are text to search in. */
        private void structured() throws ImportException, BadValue {
            for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
                switch (child) {
                    case "CdtrRefInf" -> creditorReference();
                    case "RfrdDocInf" -> referredDocument();
                    case "AddtlRmtInf" -> details.line(xml.text());
                    default -> xml.skip();
                }
            }
        }

        private void creditorReference() throws ImportException, BadValue {
            for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
                if (!child.equals("Ref")) {
                    xml.skip();
                } else if (details.structuredReference().isEmpty()) {
                    details.structuredReference(xml.text());
                } else {
                    details.line(xml.text());
                }
            }
        }

        private void referredDocument() throws ImportException, BadValue {
            for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
                if (child.equals("Nb")) {
                    details.line(xml.text());
                } else {
                    xml.skip();
                }
            }
        }

        private void returned() throws ImportException, BadValue {
            isReturn = true;
            for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
                switch (child) {
                    case "Rsn" -> details.returnReason(xml.anyText());
                    case "AddtlInf" -> details.line(xml.text());
                    default -> xml.skip();
                }
            }
        }
    }
}
