package org.quittance.cli.command;

import java.io.IOException;
import java.util.stream.Collectors;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Commitment.Instalment;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.cli.command.DebtorCommand.Desk;
import org.quittance.service.agreement.Agreement;

/** What was said and agreed, as JSON and as lines. */
final class AgreementRows {

    private AgreementRows() {}

    static void show(Desk desk, Agreement agreement) throws IOException {
        Texts texts = desk.texts();
        if (desk.session().json()) {
            try (JsonOutput json = desk.session().jsonOutput()) {
                json.flag("dryRun", desk.recording().dryRun());
                write(json, agreement.commitment());
                write(json, agreement.terms());
                json.array("beyond", () -> {
                    for (String limit : agreement.beyond()) {
                        json.generator().writeString(limit);
                    }
                });
                json.array("replaced", () -> {
                    for (String id : agreement.replaced()) {
                        json.generator().writeString(id);
                    }
                });
            }
            return;
        }
        desk.print(line(texts, agreement.commitment(), agreement.terms().released()));
        instalments(desk.session(), agreement.commitment());
        for (String limit : agreement.beyond()) {
            String[] words = limit.split(" ");
            desk.session()
                    .print("  "
                            + texts.text(
                                    "agreement.beyond",
                                    texts.word("limit", words[0]),
                                    words[words.length - 1],
                                    agreement.commitment().id()));
        }
        for (String id : agreement.replaced()) {
            desk.session().print("  " + texts.text("agreement.replaced", id));
        }
    }

    /** The dates of a plan; the one date of the others is in their line. */
    static void instalments(Session session, Commitment commitment) {
        if (commitment.kind() != Commitment.Kind.PLAN) {
            return;
        }
        Table table = new Table("lr");
        for (Instalment instalment : commitment.instalments()) {
            table.row(
                    "      " + session.texts().date(instalment.on()),
                    session.texts().amount(instalment.amount()));
        }
        table.lines().forEach(session::print);
    }

    static String line(Texts texts, Commitment commitment, Money released) {
        Instalment last = commitment.instalments().get(commitment.instalments().size() - 1);
        String state = texts.word("commitment-state", commitment.state().name());
        String items = items(commitment);
        return switch (commitment.kind()) {
            case PROMISE ->
                texts.text(
                        "agreement.promise",
                        commitment.id(),
                        texts.amount(last.amount()),
                        texts.date(last.on()),
                        state,
                        items);
            case PLAN ->
                texts.text(
                        "agreement.plan",
                        commitment.id(),
                        commitment.instalments().size(),
                        texts.amount(sum(commitment)),
                        texts.date(last.on()),
                        state,
                        items);
            case SETTLEMENT ->
                texts.text(
                        "agreement.settlement",
                        commitment.id(),
                        texts.amount(last.amount()),
                        texts.date(last.on()),
                        texts.amount(released),
                        state,
                        items);
        };
    }

    private static String items(Commitment commitment) {
        return commitment.items().stream().sorted().map(ItemKey::toString).collect(Collectors.joining(", "));
    }

    private static Money sum(Commitment commitment) {
        Money sum = Money.zero(commitment.openWhenMade().currency());
        for (Instalment instalment : commitment.instalments()) {
            sum = sum.plus(instalment.amount());
        }
        return sum;
    }

    static String line(Texts texts, Dispute dispute) {
        String part = dispute.amount().map(texts::amount).orElse(texts.text("dispute.all"));
        String state = dispute.closedOn().isEmpty()
                ? texts.text(
                        "dispute.open",
                        dispute.owner(),
                        dispute.deadline().map(texts::date).orElse("–"))
                : texts.text(
                        "dispute.closed",
                        texts.date(dispute.closedOn().get()),
                        dispute.outcome()
                                .map(outcome -> texts.word("outcome", outcome.name()))
                                .orElse("–"));
        return texts.text(
                "dispute.line",
                dispute.id(),
                dispute.item().toString(),
                part,
                ImportedStatuses.reason(texts, dispute.reason()),
                texts.date(dispute.openedOn()),
                state);
    }

    static String line(Texts texts, Hold hold) {
        return texts.text(
                "hold.line",
                hold.id(),
                hold.item().map(ItemKey::toString).orElse(texts.text("record.everything")),
                hold.until().map(texts::date).orElse(texts.text("hold.endless")),
                ImportedStatuses.reason(texts, hold.reason()));
    }

    static String line(Texts texts, Contact contact) {
        String what = contact.reason()
                .map(reason -> ImportedStatuses.reason(texts, reason))
                .orElse("");
        String said = contact.text();
        String together = what.isEmpty() || said.isEmpty() ? what + said : what + " – " + said;
        return texts.text(
                "contact.line",
                texts.date(contact.on()),
                texts.word("contact", contact.kind().name()),
                contact.person().isEmpty() ? "–" : contact.person(),
                contact.reached() || contact.kind() != Contact.Kind.CALL ? together : texts.text("contact.unreached"));
    }

    static String line(Texts texts, Goodwill goodwill) {
        return texts.text(
                "goodwill.line",
                goodwill.id(),
                what(texts, goodwill),
                goodwill.item().map(ItemKey::toString).orElse(texts.text("record.everything")),
                texts.word("goodwill-state", goodwill.state().name()));
    }

    /** A waiver gives up a whole charge and has no amount. */
    private static String what(Texts texts, Goodwill goodwill) {
        String kind = texts.word("goodwill", goodwill.kind().name());
        return goodwill.amount()
                .map(amount -> kind + " " + texts.amount(amount))
                .orElse(kind);
    }

    static String line(Texts texts, CaseMark mark) {
        String since = texts.text(
                "mark.line",
                texts.word("mark", mark.kind().name()),
                texts.date(mark.stopsInterestOn()),
                mark.clearedOn()
                        .map(day -> texts.text("mark.cleared", texts.date(day)))
                        .orElse(""));
        return mark.deadline()
                .filter(day -> mark.clearedOn().isEmpty())
                .map(day -> since + texts.text("mark.deadline." + mark.kind().name(), texts.date(day)))
                .orElse(since);
    }

    static String line(Texts texts, Restriction restriction) {
        return texts.text(
                "restriction.line",
                restriction.id(),
                texts.word("restriction", restriction.kind().name()),
                texts.date(restriction.since()),
                restriction
                        .liftedOn()
                        .map(day -> texts.text("mark.cleared", texts.date(day)))
                        .orElse(""));
    }

    static void write(JsonOutput json, Commitment commitment) throws IOException {
        json.text("id", commitment.id());
        json.text("kind", commitment.kind().name());
        json.text("state", commitment.state().name());
        json.date("madeOn", commitment.madeOn());
        json.text("currency", commitment.openWhenMade().currency().getCurrencyCode());
        json.amount("openWhenMade", commitment.openWhenMade());
        json.amount("amount", sum(commitment));
        json.date(
                "lastDate",
                commitment
                        .instalments()
                        .get(commitment.instalments().size() - 1)
                        .on());
        json.array("items", () -> {
            for (ItemKey item : commitment.items().stream().sorted().toList()) {
                json.generator().writeString(item.toString());
            }
        });
        json.array("instalments", () -> {
            for (Instalment instalment : commitment.instalments()) {
                json.element(() -> {
                    json.date("on", instalment.on());
                    json.amount("amount", instalment.amount());
                });
            }
        });
    }

    static void write(JsonOutput json, CommitmentTerms terms) throws IOException {
        json.amount("covered", terms.covered());
        json.amount("interest", terms.interest());
        json.amount("released", terms.released());
        json.amount("downPayment", terms.downPayment());
        json.text("yearlyPercent", terms.yearlyPercent().map(percent -> percent.toPlainString()));
        json.text("proposedBy", terms.proposedBy());
        json.text("decidedBy", terms.decidedBy());
        json.date("decidedOn", terms.decidedOn());
        json.text("outcome", terms.outcome());
        json.text("person", terms.person());
        json.text("note", terms.note());
    }

    static void write(JsonOutput json, Dispute dispute) throws IOException {
        json.text("id", dispute.id());
        json.text("item", dispute.item().toString());
        json.text("amount", dispute.amount().map(Money::toDecimalString));
        json.text("currency", dispute.amount().map(amount -> amount.currency().getCurrencyCode()));
        json.text("reason", dispute.reason());
        json.text("owner", dispute.owner());
        json.date("openedOn", dispute.openedOn());
        json.date("deadline", dispute.deadline());
        json.date("closedOn", dispute.closedOn());
        json.text("outcome", dispute.outcome().map(Enum::name));
    }

    static void write(JsonOutput json, Hold hold) throws IOException {
        json.text("id", hold.id());
        json.text("item", hold.item().map(ItemKey::toString));
        json.text("reason", hold.reason());
        json.date("from", hold.from());
        json.date("until", hold.until());
    }

    static void write(JsonOutput json, Contact contact) throws IOException {
        json.text("id", contact.id());
        json.text("kind", contact.kind().name());
        json.date("on", contact.on());
        json.text("item", contact.item().map(ItemKey::toString));
        json.text("reason", contact.reason());
        json.flag("reached", contact.reached());
        json.flag("answers", contact.answers());
        json.text("person", contact.person());
        json.text("text", contact.text());
    }

    static void write(JsonOutput json, Goodwill goodwill) throws IOException {
        json.text("id", goodwill.id());
        json.text("kind", goodwill.kind().name());
        json.text("state", goodwill.state().name());
        json.text("item", goodwill.item().map(ItemKey::toString));
        json.text("amount", goodwill.amount().map(Money::toDecimalString));
        json.text("currency", goodwill.amount().map(amount -> amount.currency().getCurrencyCode()));
        json.text("reason", goodwill.reason());
        json.text("proposedBy", goodwill.proposedBy());
        json.date("proposedOn", goodwill.proposedOn());
        json.text("decidedBy", goodwill.decidedBy());
        json.date("decidedOn", goodwill.decidedOn());
    }

    static void write(JsonOutput json, CaseMark mark) throws IOException {
        json.text("kind", mark.kind().name());
        json.date("since", mark.since());
        json.date("deadline", mark.deadline());
        json.text("reason", mark.reason());
        json.date("clearedOn", mark.clearedOn());
        json.date("openedOn", mark.openedOn());
    }

    static void write(JsonOutput json, Restriction restriction) throws IOException {
        json.text("id", restriction.id());
        json.text("kind", restriction.kind().name());
        json.date("since", restriction.since());
        json.text("reason", restriction.reason());
        json.date("liftedOn", restriction.liftedOn());
        json.flag("told", restriction.told());
    }
}
