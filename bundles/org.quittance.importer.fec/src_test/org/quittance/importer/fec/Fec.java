package org.quittance.importer.fec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

/** Makes files of the format, line by line. */
final class Fec {

    static final String HEADER =
            "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|"
                    + "PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));

    /** A sale: the customer's line and that of the income. */
    Fec sale(int number, String day, String debtor, String piece, String amount, String letter) {
        customer("VE|Ventes", number, day, debtor, piece, amount + "|0,00", letter);
        return other("VE|Ventes", number, day, "706000", piece, "0,00|" + amount);
    }

    Fec payment(int number, String day, String debtor, String piece, String amount, String letter) {
        customer("BQ|Banque", number, day, debtor, piece, "0,00|" + amount, letter);
        return other("BQ|Banque", number, day, "512000", piece, amount + "|0,00");
    }

    Fec customer(String journal, int number, String day, String debtor, String piece, String amounts, String letter) {
        return line(journal + "|" + number + "|" + day + "|411000|Clients|" + debtor + "|Client " + debtor + "|" + piece
                + "|" + day + "|Libellé|" + amounts + "|" + letter + "|" + (letter.isEmpty() ? "" : "20260331") + "|"
                + day + "||");
    }

    Fec other(String journal, int number, String day, String account, String piece, String amounts) {
        return line(journal + "|" + number + "|" + day + "|" + account + "|Compte|||" + piece + "|" + day + "|Libellé|"
                + amounts + "|||" + day + "||");
    }

    Fec line(String line) {
        lines.add(line);
        return this;
    }

    String text() {
        return String.join("\r\n", lines) + "\r\n";
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    RecordingSink read(Path folder) throws Exception {
        return read(folder, bytes(), "{\"term\": 30}");
    }

    static RecordingSink read(Path folder, String text, Charset encoding) throws Exception {
        return read(folder, text.getBytes(encoding), "{\"term\": 30}");
    }

    static RecordingSink read(Path folder, byte[] bytes, String mapping) throws Exception {
        RecordingSink sink = new RecordingSink();
        read(folder, bytes, mapping, sink);
        return sink;
    }

    static void read(Path folder, byte[] bytes, String mapping, RecordingSink sink) throws Exception {
        Path options = Files.writeString(folder.resolve("fec.json"), mapping);
        new FecImporter()
                .read(
                        CreditorId.of("exemple"),
                        Files.write(folder.resolve("000000000FEC20261231.txt"), bytes),
                        Optional.of(options),
                        sink);
    }
}
