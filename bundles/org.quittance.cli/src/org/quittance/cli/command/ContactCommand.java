package org.quittance.cli.command;

import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.MessageId;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.ContactService;
import org.quittance.service.agreement.ContactService.Recorded;
import org.quittance.service.agreement.ContactService.Spoken;
import org.quittance.service.agreement.ReasonCatalogue.DebtorReason;
import org.quittance.service.agreement.ReasonCatalogue.Effect;
import org.quittance.service.agreement.ReasonCatalogue.Words;

/** A command that records a contact and shows what follows from it. */
abstract class ContactCommand extends DebtorCommand {

    ContactCommand(Environment environment) {
        super(environment);
    }

    abstract Spoken spoken(Session session) throws Exception;

    @Override
    final int record(Desk desk) throws Exception {
        ContactService service = desk.session().service(ContactService.class);
        Recorded recorded = service.record(desk.creditor(), desk.debtor(), spoken(desk.session()), desk.recording());
        if (desk.session().json()) {
            write(desk, recorded);
        } else {
            print(desk, recorded);
        }
        return ExitCode.DONE;
    }

    private static void write(Desk desk, Recorded recorded) throws Exception {
        try (JsonOutput json = desk.session().jsonOutput()) {
            json.flag("dryRun", desk.recording().dryRun());
            json.array("contacts", () -> {
                for (Contact contact : recorded.contacts()) {
                    json.element(() -> AgreementRows.write(json, contact));
                }
            });
            json.text("reason", recorded.reason().map(DebtorReason::code));
            json.text("effect", recorded.effect().map(Effect::name));
            json.array("applied", () -> {
                for (String id : recorded.applied()) {
                    json.generator().writeString(id);
                }
            });
            json.text(
                    "answer",
                    recorded.reason()
                            .map(reason ->
                                    reason.words(desk.session().language()).answer()));
            json.array("closedTasks", () -> {
                for (MessageId task : recorded.closed()) {
                    json.generator().writeString(task.value());
                }
            });
        }
    }

    private static void print(Desk desk, Recorded recorded) {
        Texts texts = desk.texts();
        recorded.contacts().forEach(contact -> desk.print(AgreementRows.line(texts, contact)));
        recorded.closed().forEach(task -> desk.print(texts.text("call.closed", task.value())));
        if (recorded.reason().isEmpty()) {
            return;
        }
        Words words = recorded.reason().get().words(desk.session().language());
        desk.session().print(texts.text("call.answer", words.title(), words.answer()));
        String effect = recorded.effect().map(Effect::name).orElse("");
        desk.session()
                .print(
                        recorded.applied().isEmpty()
                                ? texts.text("call.proposed", texts.word("effect", effect))
                                : texts.text(
                                        "call.applied",
                                        texts.word("effect", effect),
                                        String.join(", ", recorded.applied())));
    }
}
