package org.quittance.casework.send;

import java.time.Instant;
import java.time.LocalDate;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.SendKey;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Sha256;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.workspace.Workspace;

/** Puts messages into the form channels take, always in the same way, so that asking about one later names the same one. */
final class Envelope {

    private static final int CREDITOR_LENGTH = 8;

    private final CaseLedger ledger;
    private final Workspace workspace;
    private final BusinessClock clock;

    Envelope(CaseLedger ledger, Workspace workspace, BusinessClock clock) {
        this.ledger = ledger;
        this.workspace = workspace;
        this.clock = clock;
    }

    OutboundMessage of(
            MessageId message,
            Creditor creditor,
            Debtor debtor,
            MessageFacts facts,
            RenderedMessage content,
            LocalDate date,
            Instant at) {
        return OutboundMessage.keyed(key(ledger.id(), creditor.id(), message))
                .from(creditor)
                .to(debtor)
                .content(content, facts.language())
                .dated(date, at)
                .outbox(workspace.outbox())
                .simulated(clock.isSimulated())
                .build();
    }

    /**
     * The ledger's own name is part of it, so that two installations never meet at one carrier, and the creditor's, since every
     * creditor has a message 20261121-1-1.
     */
    static SendKey key(String ledger, CreditorId creditor, MessageId message) {
        return new SendKey(
                "q-" + ledger + "-" + Sha256.hex(creditor.value()).substring(0, CREDITOR_LENGTH) + "-" + message);
    }
}
