package org.quittance.cli.command;

import java.io.IOException;
import java.math.BigDecimal;
import org.quittance.api.ledger.Ruling;

/** Rulings as lines and JSON. */
final class RulingRows {

    private RulingRows() {}

    static String line(Texts texts, Ruling ruling) {
        String rate = ruling.yearlyPercent().map(BigDecimal::toPlainString).orElse("0");
        return texts.text(
                "ruling." + ruling.kind().name(),
                ruling.id(),
                ruling.item().invoice().value(),
                texts.date(ruling.from()),
                ruling.to().map(texts::date).orElse(""),
                rate,
                ruling.lifted() ? texts.text("ruling.taken-back") : "");
    }

    static void write(JsonOutput json, Ruling ruling) throws IOException {
        json.text("id", ruling.id());
        json.text("kind", ruling.kind().name());
        json.text("item", ruling.item().toString());
        json.date("from", ruling.from());
        json.date("to", ruling.to());
        json.text("yearlyPercent", ruling.yearlyPercent().map(BigDecimal::toPlainString));
        json.text("reason", ruling.reason());
        json.flag("takenBack", ruling.lifted());
    }
}
