package org.quittance.tck.channel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.SendKey;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.PostalAddress;

/** A fictitious creditor, debtor and message for tests of channels. */
public final class ChannelSamples {

    private static final CreditorId CREDITOR = CreditorId.of("exemple");

    private ChannelSamples() {}

    public static Creditor creditor() {
        return Creditor.named(
                        CREDITOR,
                        "Exemple SARL",
                        new PostalAddress(List.of("12 rue de l’Exemple"), "69003", "Lyon", "FR"))
                .contactName("Claire Modèle")
                .email("compta@exemple.example")
                .phone("+33 4 72 00 00 00")
                .build();
    }

    /** With an address, an e-mail address and a telephone number. */
    public static Debtor reachableDebtor() {
        return named("C/042 é")
                .address(new PostalAddress(List.of("8 place du Marché"), "38000", "Grenoble", "FR"))
                .contactName("Dominique Sœur")
                .email("achats@modele.example")
                .phone("+33 4 76 00 00 00")
                .build();
    }

    /** Without any way to be reached. */
    public static Debtor unreachableDebtor() {
        return named("C-043").build();
    }

    private static Debtor.Builder named(String id) {
        return Debtor.named(new DebtorKey(CREDITOR, DebtorId.of(id)), "Boulangerie Modèle & Fils")
                .kind(DebtorKind.BUSINESS);
    }

    /** A complete message in French, simulated, dated 21 November 2026. */
    public static OutboundMessage.Builder message(String key, Path outbox) {
        byte[] letter = ("%PDF-1.7 " + key).getBytes(StandardCharsets.US_ASCII);
        return OutboundMessage.keyed(new SendKey(key))
                .from(creditor())
                .to(reachableDebtor())
                .content(
                        new RenderedMessage(
                                "Facture F-2026-0101 – rappel à régler",
                                "Madame, Monsieur,\n\nIl reste 1 234,56 € à régler.\n",
                                "<!DOCTYPE html>\n"
                                        + "<html lang=\"fr\"><body><p>Il reste 1 234,56 € à régler.</p></body></html>\n",
                                DocumentFile.of("2026-11-21_courteous_R-1.pdf", "application/pdf", letter)),
                        Locale.FRENCH)
                .dated(LocalDate.of(2026, 11, 21), Instant.parse("2026-11-21T09:15:30Z"))
                .outbox(outbox)
                .simulated(true);
    }
}
