package org.quittance.cli.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.quittance.api.interest.Imputation;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Money;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.Debt;

/** Shows a claim, as a table or as JSON. */
final class ClaimReport {

    private static final int RATE_DIGITS = 2;
    private static final int RATE_DIGITS_MAX = 6;

    private final Environment environment;
    private final Texts texts;

    ClaimReport(Environment environment, Texts texts) {
        this.environment = environment;
        this.texts = texts;
    }

    void json(InterestRegime regime, Claim claim, LocalDate asOf) throws IOException {
        try (JsonOutput json = new JsonOutput(environment.out())) {
            json.text("regime", regime.id());
            json.date("asOf", asOf);
            json.text("currency", claim.principal().currency().getCurrencyCode());
            json.text("dayCount", claim.dayCount().code());
            json.text("imputation", code(claim.imputation()));
            json.array("segments", () -> {
                for (InterestSegment segment : claim.segments()) {
                    json.element(() -> segment(json, segment));
                }
            });
            json.amount("interest", claim.interest());
            json.amount("principal", claim.principal());
            json.amount("indemnity", claim.indemnity());
            json.amount("overpaid", claim.overpaid());
            json.amount("total", claim.total());
            json.array("warnings", () -> {
                for (Claim.Warning warning : claim.warnings()) {
                    json.generator().writeString(sentence(warning));
                }
            });
        }
    }

    private static void segment(JsonOutput json, InterestSegment segment) throws IOException {
        json.date("from", segment.from());
        json.date("to", segment.to());
        json.number("days", segment.days());
        json.amount("principal", segment.principal());
        json.text("rate", segment.rate().toPlainString());
        json.amount("interest", segment.interest());
        json.text("article", segment.article());
        json.flag("validated", segment.validated());
    }

    void print(InterestRegime regime, Claim claim, Debt debt, LocalDate asOf) {
        line(texts.text(
                "interest.title",
                regime.id(),
                texts.amount(debt.principal()),
                texts.date(debt.dueDate()),
                texts.date(asOf)));
        if (!claim.segments().isEmpty()) {
            Table table = new Table("llrrrrl")
                    .row(
                            texts.text("interest.from"),
                            texts.text("interest.to"),
                            texts.text("interest.days"),
                            texts.text("interest.base"),
                            texts.text("interest.rate"),
                            texts.text("interest.interest"),
                            texts.text("interest.article"));
            for (InterestSegment segment : claim.segments()) {
                table.row(
                        texts.date(segment.from()),
                        texts.date(segment.to()),
                        texts.count(segment.days()),
                        texts.amount(segment.principal()),
                        percent(segment.rate()),
                        texts.amount(segment.interest()),
                        segment.article());
            }
            table.lines().forEach(this::line);
        }
        line("");
        Table sums = new Table("lr");
        sum(sums, "interest.open-principal", claim.principal());
        sum(sums, "interest.open-interest", claim.interest());
        sum(sums, "interest.indemnity", claim.indemnity());
        sum(sums, "interest.total", claim.total());
        sums.lines().forEach(this::line);
        line(texts.text(
                "interest.basis",
                texts.word("dayCount", claim.dayCount().name()),
                texts.word("imputation", claim.imputation().name())));
        if (claim.segments().stream().anyMatch(segment -> !segment.validated())) {
            line(texts.text("interest.not-validated"));
        }
        claim.warnings().forEach(warning -> line(texts.text("interest.warning", sentence(warning))));
    }

    private void sum(Table table, String key, Money amount) {
        table.row(texts.text(key), texts.amount(amount));
    }

    private String sentence(Claim.Warning warning) {
        Object[] details = warning.details().stream().map(this::readable).toArray();
        return texts.text("claim." + warning.code().name(), details);
    }

    /** Numbers as the reader writes them; periods, days and articles as they are. */
    private String readable(String detail) {
        if (detail.matches("[0-9]+\\.[0-9]+ [A-Z]{3}")) {
            String[] parts = detail.split(" ");
            return texts.amount(Money.exact(new BigDecimal(parts[0]), Currency.getInstance(parts[1])));
        }
        return detail.matches("[0-9]+(\\.[0-9]+)?") ? number(new BigDecimal(detail)) : detail;
    }

    private String percent(BigDecimal rate) {
        return texts.text("interest.percent", number(rate));
    }

    private String number(BigDecimal rate) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(RATE_DIGITS);
        format.setMaximumFractionDigits(RATE_DIGITS_MAX);
        return format.format(rate);
    }

    private void line(String text) {
        environment.out().println(text);
    }

    /** As the command line writes it: {@code interest-first}. */
    static String code(Imputation order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
