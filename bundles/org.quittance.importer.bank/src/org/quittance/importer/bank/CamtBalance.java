package org.quittance.importer.bank;

import java.time.LocalDate;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/**
 * A balance of a statement.
 *
 * @param type of ISO 20022, such as OPBD (opening, booked)
 * @param amount signed
 */
record CamtBalance(String type, Money amount, LocalDate day) {

    /** The current element to its end. */
    static CamtBalance read(XmlCursor xml) throws ImportException {
        long line = xml.line();
        String type = "";
        CamtAmount amount = CamtAmount.NONE;
        String side = "";
        String day = "";
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            switch (child) {
                case "Tp" -> type = xml.anyText();
                case "Amt" -> amount = CamtAmount.read(xml);
                case "CdtDbtInd" -> side = xml.text();
                case "Dt" -> day = xml.anyText();
                default -> xml.skip();
            }
        }
        try {
            return new CamtBalance(type, amount.signed(side), BankDate.iso(day));
        } catch (BadValue problem) {
            throw problem.at(line, "Bal");
        }
    }
}
