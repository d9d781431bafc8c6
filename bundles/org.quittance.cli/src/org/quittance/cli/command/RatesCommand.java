package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quittance.api.interest.FeeTier;
import org.quittance.api.interest.Figure;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.RatePeriod;
import org.quittance.api.interest.RateRule;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.RegimeTerms;
import org.quittance.cli.ExitCode;
import org.quittance.service.claim.LegalFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the legal figures in use, each with its source, the day it was checked and its flags. Makes no workspace. */
@Command(name = "rates")
final class RatesCommand implements Callable<Integer> {

    private static final String DEFAULT_FOLDER = "quittance-data";

    /** The newest rates of an index that a person usually wants to see. */
    private static final int NEWEST = 3;

    private final Environment environment;
    private final Texts texts;

    @Mixin
    private CommonOptions common;

    @Option(names = "--all", descriptionKey = "rates.all")
    private boolean all;

    RatesCommand(Environment environment) {
        this.environment = environment;
        this.texts = new Texts(environment.locale());
    }

    /** One figure of a regime's terms. */
    private record Term(String what, String value, Figure figure) {}

    @Override
    public Integer call() throws Exception {
        Optional<Path> folder = Optional.of(common.workspaceOr(DEFAULT_FOLDER));
        return LawAccess.with(environment, folder, () -> {
            LegalFigures figures = environment.services().require(LegalFigures.class);
            if (common.json()) {
                json(figures);
            } else {
                print(figures);
            }
            return ExitCode.DONE;
        });
    }

    private static List<Term> terms(RegimeTerms terms) {
        List<Term> figures = new ArrayList<>();
        figures.add(new Term("rate", formula(terms.rate()), terms.rate().points()));
        for (FeeTier fee : terms.fees()) {
            String limit = fee.principalMax().map(max -> " ≤ " + max).orElse("");
            figures.add(new Term("indemnity" + limit, fee.amount().toString(), fee.figure()));
        }
        terms.costs()
                .ifPresent(scale -> figures.add(new Term(
                        "costs-at-most", scale.most().map(Object::toString).orElse(""), scale.figure())));
        terms.judgmentPoints()
                .ifPresent(points -> figures.add(new Term(
                        "judgment-points", "+" + points.points().value().toPlainString(), points.points())));
        return figures;
    }

    private static String formula(RateRule rule) {
        String points = rule.points().value().toPlainString();
        if (rule.index().isEmpty()) {
            return points;
        }
        String rounding = rule.roundedUpTo().signum() == 0
                ? ""
                : " ↑ " + rule.roundedUpTo().toPlainString();
        return rule.index() + " + " + points + rounding;
    }

    private void print(LegalFigures figures) {
        Table regimes = new Table("lllllll")
                .row(
                        texts.text("rates.regime"),
                        texts.text("rates.what"),
                        texts.text("rates.value"),
                        texts.text("rates.newest"),
                        texts.text("rates.checked"),
                        texts.text("rates.flags"),
                        texts.text("rates.source"));
        for (InterestRegime regime : figures.regimes()) {
            for (Term term : terms(regime.terms())) {
                regimes.row(
                        regime.id(),
                        texts.word("term", term.what()),
                        term.value(),
                        term.what().equals("rate") ? newest(regime) : "",
                        term.figure().checked().toString(),
                        flags(term.figure()),
                        term.figure().source());
            }
        }
        regimes.lines().forEach(environment.out()::println);
        environment.out().println();
        rates(figures.rates()).lines().forEach(environment.out()::println);
        environment.out().println(texts.text(all ? "rates.end" : "rates.more"));
    }

    private static String newest(InterestRegime regime) {
        List<RatePeriod> periods = regime.rates().periods();
        if (periods.isEmpty()) {
            return "–";
        }
        RatePeriod last = periods.get(periods.size() - 1);
        return (last.name() + " " + last.rate().toPlainString()).strip();
    }

    private Table rates(List<ReferenceRate> rates) {
        Table table = new Table("lllrlll")
                .row(
                        texts.text("rates.index"),
                        texts.text("interest.from"),
                        texts.text("interest.to"),
                        texts.text("rates.value"),
                        texts.text("rates.checked"),
                        texts.text("rates.flags"),
                        texts.text("rates.source"));
        for (int i = 0; i < rates.size(); i++) {
            ReferenceRate rate = rates.get(i);
            boolean isNew =
                    i + NEWEST >= rates.size() || !rates.get(i + NEWEST).index().equals(rate.index());
            if (all || isNew) {
                table.row(
                        rate.index(),
                        rate.from().toString(),
                        rate.until().toString(),
                        rate.figure().value().toPlainString(),
                        rate.figure().checked().toString(),
                        flags(rate.figure()),
                        rate.figure().source());
            }
        }
        return table;
    }

    private String flags(Figure figure) {
        return texts.text(figure.sourced() ? "rates.sourced" : "rates.unsourced")
                + ", "
                + texts.text(figure.validated() ? "rates.validated" : "rates.unvalidated");
    }

    private void json(LegalFigures figures) throws IOException {
        try (JsonOutput json = new JsonOutput(environment.out())) {
            json.array("regimes", () -> {
                for (InterestRegime regime : figures.regimes()) {
                    json.element(() -> regime(json, regime));
                }
            });
            json.array("rates", () -> {
                for (ReferenceRate rate : figures.rates()) {
                    json.element(() -> {
                        json.text("index", rate.index());
                        json.date("from", rate.from());
                        json.date("until", rate.until());
                        figure(json, rate.figure());
                    });
                }
            });
        }
    }

    private static void regime(JsonOutput json, InterestRegime regime) throws IOException {
        RegimeTerms terms = regime.terms();
        json.text("id", regime.id());
        json.text("article", terms.article());
        json.text("formula", formula(terms.rate()));
        json.text("anchor", terms.rate().anchor().name());
        json.text("referenceDay", terms.rate().referenceDay().name());
        json.text("start", terms.start().name());
        json.number("waitDays", terms.waitDays());
        json.text("dayCount", terms.dayCount().code());
        json.text("compounding", terms.compounding().name());
        json.text("imputation", ClaimReport.code(terms.imputation()));
        json.array("figures", () -> {
            for (Term term : terms(terms)) {
                json.element(() -> {
                    json.text("what", term.what());
                    json.text("shown", term.value());
                    figure(json, term.figure());
                });
            }
        });
        json.array("periods", () -> {
            for (RatePeriod period : regime.rates().periods()) {
                json.element(() -> {
                    json.text("period", period.name());
                    json.date("first", period.first());
                    json.date("last", period.last());
                    json.text("rate", period.rate().toPlainString());
                    json.flag("validated", period.validated());
                });
            }
        });
    }

    private static void figure(JsonOutput json, Figure figure) throws IOException {
        json.text("value", figure.value().toPlainString());
        json.text("source", figure.source());
        json.date("checked", figure.checked());
        json.flag("sourced", figure.sourced());
        json.flag("validated", figure.validated());
    }
}
