package org.quittance.cli.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.Goodwill;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.Agreement;
import org.quittance.service.agreement.CommitmentService;
import org.quittance.service.agreement.CommitmentService.Settlement;
import org.quittance.service.agreement.GoodwillService;
import org.quittance.service.agreement.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records a partial payment for release, or goodwill: a discount, charges that are given up. */
@Command(name = "settle")
final class SettleCommand extends CommitmentCommand {

    @Option(names = "--amount", paramLabel = "AMOUNT", descriptionKey = "settle.amount")
    private BigDecimal amount;

    @Option(names = "--by", paramLabel = "DATE", descriptionKey = "settle.by")
    private LocalDate by;

    @Option(names = "--discount", paramLabel = "AMOUNT", descriptionKey = "settle.discount")
    private BigDecimal discount;

    @Option(names = "--waive", paramLabel = "CHARGE", descriptionKey = "settle.waive")
    private Charge waive;

    @Option(names = "--booked", paramLabel = "ID", descriptionKey = "settle.booked")
    private String booked;

    /** What can be given up. */
    enum Charge {
        INTEREST(Goodwill.Kind.WAIVE_INTEREST),
        INDEMNITY(Goodwill.Kind.WAIVE_INDEMNITY),
        LATE_FEE(Goodwill.Kind.WAIVE_LATE_FEE);

        private final Goodwill.Kind kind;

        Charge(Goodwill.Kind kind) {
            this.kind = kind;
        }
    }

    SettleCommand(Environment environment) {
        super(environment);
    }

    @Override
    String id(Verdict verdict) {
        return verdict == Verdict.BOOK ? booked : super.id(verdict);
    }

    /** Goodwill has names of its own, so that one set of options serves both. */
    @Override
    Optional<Integer> other(Desk desk) throws Exception {
        GoodwillService service = desk.session().service(GoodwillService.class);
        Optional<Decided> decided = decided(desk.session());
        if (decided.isPresent()) {
            if (!decided.get().id().startsWith("goodwill-")) {
                return Optional.empty();
            }
            show(
                    desk,
                    List.of(service.decide(
                            desk.creditor(),
                            desk.debtor(),
                            decided.get().id(),
                            decided.get().verdict(),
                            desk.recording())));
            return Optional.of(ExitCode.DONE);
        }
        if (discount == null && waive == null) {
            return Optional.empty();
        }
        if (discount != null && waive != null || amount != null) {
            throw new CommandFailure(ExitCode.USAGE, desk.texts().text("settle.one"));
        }
        show(
                desk,
                service.grant(
                        desk.creditor(),
                        desk.debtor(),
                        waive != null ? waive.kind : Goodwill.Kind.DISCOUNT,
                        scope(desk.session()),
                        Optional.ofNullable(discount),
                        reason(),
                        desk.recording()));
        return Optional.of(ExitCode.DONE);
    }

    private static void show(Desk desk, List<Goodwill> goodwill) throws Exception {
        if (desk.session().json()) {
            try (JsonOutput json = desk.session().jsonOutput()) {
                json.flag("dryRun", desk.recording().dryRun());
                json.array("goodwill", () -> {
                    for (Goodwill one : goodwill) {
                        json.element(() -> AgreementRows.write(json, one));
                    }
                });
            }
        } else {
            goodwill.forEach(one -> desk.print(AgreementRows.line(desk.texts(), one)));
        }
    }

    @Override
    Agreement make(Desk desk, CommitmentService service) throws Exception {
        Settlement settlement = new Settlement(
                scope(desk.session()),
                required(desk.session(), amount, "--amount"),
                required(desk.session(), by, "--by"),
                isReplacing(),
                person(),
                note());
        return service.settle(desk.creditor(), desk.debtor(), settlement, desk.recording());
    }
}
