package org.quittance.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.HandOver;
import org.quittance.service.escalation.HandOvers.Standing;

/** Hand-overs as rows of JSON and of text. */
final class HandOverRows {

    private HandOverRows() {}

    static void show(Session session, Standing standing) throws IOException {
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(json, standing);
            }
        } else {
            print(session, standing);
        }
    }

    static void write(JsonOutput json, Standing standing) throws IOException {
        HandOver handOver = standing.handOver();
        json.text("debtor", standing.debtor().value());
        json.text("key", handOver.id());
        json.text("agency", handOver.agency());
        json.text("state", handOver.state().name());
        json.flag("away", handOver.isAway());
        json.flag("settled", standing.settled());
        json.date("since", handOver.since());
        json.text("currency", handOver.total().currency().getCurrencyCode());
        json.amount("total", handOver.total());
        json.text("answer", handOver.answer());
    }

    static void print(Session session, Standing standing) {
        Texts texts = session.texts();
        HandOver handOver = standing.handOver();
        session.print(texts.text(
                "handover.line",
                standing.debtor(),
                handOver.agency(),
                texts.word("handover-state", handOver.state().name()),
                texts.amount(handOver.total()),
                texts.date(handOver.since()),
                handOver.id()));
        if (!handOver.answer().isEmpty()) {
            session.print("  " + handOver.answer());
        }
        if (standing.settled()) {
            session.print("  ! " + settled(texts, standing));
        }
    }

    /** What waits for a person: to tell the agency that all is paid, or to find out what broke off. */
    static List<ToDo> toDo(List<Standing> standings, Texts texts) {
        List<ToDo> list = new ArrayList<>();
        for (Standing standing : standings) {
            HandOver handOver = standing.handOver();
            if (handOver.state() == HandOver.State.INTENDED) {
                String line = texts.text("handover.unfinished", standing.debtor(), handOver.agency());
                list.add(new ToDo(standing.debtor(), handOver.id(), Optional.of(handOver.since()), line));
            } else if (standing.settled() && handOver.state() != HandOver.State.RECALL_ASKED) {
                list.add(new ToDo(standing.debtor(), handOver.id(), Optional.empty(), settled(texts, standing)));
            }
        }
        return list;
    }

    /** What to do about a case of which everything is paid while an agency has it. */
    static String settled(Texts texts, Standing standing) {
        return texts.text(
                "handover.settled", standing.debtor(), standing.handOver().agency());
    }
}
