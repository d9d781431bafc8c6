package org.quittance.cli.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.quittance.api.interest.DayCount;
import org.quittance.api.interest.Imputation;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.cli.ExitCode;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.ClaimService;
import org.quittance.service.claim.Debt;
import org.quittance.service.claim.LegalFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Computes one claim alone. Makes no workspace; looks into one for an administrator's rates where it is named and there. */
@Command(name = "interest")
final class InterestCommand implements Callable<Integer> {

    private final Environment environment;
    private final Texts texts;

    @Mixin
    private CommonOptions common;

    @Option(names = "--regime", paramLabel = "R", required = true, descriptionKey = "interest.regime")
    private String regime;

    @Option(names = "--principal", paramLabel = "A", required = true, descriptionKey = "interest.principal")
    private BigDecimal principal;

    @Option(names = "--currency", paramLabel = "C", required = true, descriptionKey = "interest.currency")
    private String currency;

    @Option(names = "--due", paramLabel = "D", required = true, descriptionKey = "interest.due")
    private LocalDate due;

    @Option(names = "--as-of", paramLabel = "D", required = true, descriptionKey = "interest.as-of")
    private LocalDate asOf;

    @Option(names = "--payment", paramLabel = "D=A", descriptionKey = "interest.payment")
    private List<String> payments = List.of();

    @Option(names = "--contract-rate", paramLabel = "P", descriptionKey = "interest.contract-rate")
    private BigDecimal contractRate;

    @Option(names = "--imputation", paramLabel = "ORDER", descriptionKey = "interest.imputation")
    private String imputation;

    @Option(names = "--notice", paramLabel = "D", descriptionKey = "interest.notice")
    private LocalDate notice;

    @Option(names = "--judgment", paramLabel = "D", descriptionKey = "interest.judgment")
    private LocalDate judgment;

    @Option(names = "--capitalise-from", paramLabel = "D", descriptionKey = "interest.capitalise-from")
    private LocalDate capitaliseFrom;

    @Option(names = "--day-count", paramLabel = "BASIS", descriptionKey = "interest.day-count")
    private String dayCount;

    InterestCommand(Environment environment) {
        this.environment = environment;
        this.texts = new Texts(environment.locale());
    }

    @Override
    public Integer call() throws Exception {
        Debt debt = debt();
        Circumstances circumstances = circumstances();
        return LawAccess.with(environment, common.givenWorkspace(), () -> compute(debt, circumstances));
    }

    private int compute(Debt debt, Circumstances circumstances) throws Exception {
        LegalFigures figures = environment.services().require(LegalFigures.class);
        InterestRegime law = figures.regime(regime)
                .orElseThrow(() -> usage(
                        "interest.unknown-regime",
                        regime,
                        String.join(
                                ", ",
                                figures.regimes().stream()
                                        .map(InterestRegime::id)
                                        .toList())));
        Claim claim = environment.services().require(ClaimService.class).claim(law, debt, circumstances);
        if (claim.missing().isPresent()) {
            MissingRate missing = claim.missing().get();
            throw new CommandFailure(
                    ExitCode.INPUT, texts.text("interest.missing", regime, missing.period(), missing.since()));
        }
        ClaimReport report = new ClaimReport(environment, texts);
        if (common.json()) {
            report.json(law, claim, asOf);
        } else {
            report.print(law, claim, debt, asOf);
        }
        return ExitCode.DONE;
    }

    private Debt debt() throws CommandFailure {
        Money owed = amount(principal);
        if (!owed.isPositive()) {
            throw usage("interest.not-positive", "--principal", principal);
        }
        List<Allocation> paid = new ArrayList<>();
        for (String payment : payments) {
            paid.add(payment(payment));
        }
        return Debt.of(regime, owed, due).payments(paid).build();
    }

    private Allocation payment(String text) throws CommandFailure {
        int equals = text.indexOf('=');
        TypedValues typed = new TypedValues(environment.locale());
        try {
            Money paid = amount(typed.amount(text.substring(equals + 1)));
            if (paid.isPositive()) {
                return new Allocation(typed.date(text.substring(0, Math.max(equals, 0))), paid);
            }
        } catch (TypeConversionException e) {
            throw usage("interest.bad-payment", text);
        }
        throw usage("interest.bad-payment", text);
    }

    private Money amount(BigDecimal decimal) throws CommandFailure {
        try {
            return Money.exact(decimal, Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
        } catch (ArithmeticException e) {
            throw usage("interest.bad-amount", decimal.toPlainString(), currency);
        } catch (IllegalArgumentException e) {
            throw usage("interest.bad-currency", currency);
        }
    }

    private Circumstances circumstances() throws CommandFailure {
        Circumstances.Builder circumstances = Circumstances.on(asOf);
        if (contractRate != null) {
            if (contractRate.signum() < 0) {
                throw usage("interest.not-positive", "--contract-rate", contractRate);
            }
            circumstances.contractRate(contractRate);
        }
        if (imputation != null) {
            circumstances.imputation(order());
        }
        if (dayCount != null) {
            circumstances.dayCount(basis());
        }
        if (notice != null) {
            circumstances.noticeOn(notice);
        }
        if (judgment != null) {
            circumstances.judgmentOn(judgment);
        }
        if (capitaliseFrom != null) {
            circumstances.capitaliseFrom(capitaliseFrom);
        }
        return circumstances.build();
    }

    private Imputation order() throws CommandFailure {
        for (Imputation order : Imputation.values()) {
            if (ClaimReport.code(order).equals(imputation)) {
                return order;
            }
        }
        throw usage("interest.bad-imputation", imputation);
    }

    private DayCount basis() throws CommandFailure {
        for (DayCount basis : DayCount.values()) {
            if (basis.code().equals(dayCount)) {
                return basis;
            }
        }
        throw usage("interest.bad-day-count", dayCount);
    }

    private CommandFailure usage(String key, Object... values) {
        return new CommandFailure(ExitCode.USAGE, texts.text(key, values));
    }
}
