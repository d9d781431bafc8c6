package org.quittance.importer.bank;

import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/**
 * An amount as it stands in the file, without its sign.
 *
 * @param currency ISO 4217; empty text where there is no amount
 */
record CamtAmount(String text, String currency) {

    static final CamtAmount NONE = new CamtAmount("", "");

    /** The current element to its end. */
    static CamtAmount read(XmlCursor xml) throws ImportException {
        String currency = xml.attribute("Ccy").orElse("");
        return new CamtAmount(xml.text(), currency);
    }

    boolean isPresent() {
        return !currency.isEmpty();
    }

    /** @param side CRDT for what comes in, DBIT for what goes out */
    Money signed(String side) throws BadValue {
        if (!isPresent()) {
            throw new BadValue("has no Amt with a currency (Ccy)");
        }
        Money amount = BankAmount.unsigned(text, '.', BankAmount.currency(currency));
        return switch (side) {
            case "CRDT" -> amount;
            case "DBIT" -> amount.negated();
            default -> throw new BadValue("CdtDbtInd is «" + BankText.shown(side) + "», expected CRDT or DBIT");
        };
    }
}
