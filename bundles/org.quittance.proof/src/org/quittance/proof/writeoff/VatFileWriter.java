package org.quittance.proof.writeoff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;
import org.quittance.service.proof.WriteOffs.Ground;
import org.quittance.service.proof.WriteOffs.VatLine;
import org.quittance.service.proof.WriteOffs.WriteOff;

/**
 * The file for the French VAT: one archive. The mention is the one BOI-TVA-DED-40-10-20 asks for; amounts are split at the rate
 * that was invoiced, VAT being what is left beside the net price, so that both add up to what is unpaid.
 */
final class VatFileWriter {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

    private final Creditor creditor;
    private final Debtor debtor;
    private final BigDecimal percent;
    private final LocalDate today;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    VatFileWriter(Creditor creditor, Debtor debtor, BigDecimal percent, LocalDate today) {
        this.creditor = creditor;
        this.debtor = debtor;
        this.percent = percent;
        this.today = today;
    }

    VatLine line(WriteOff writeOff) {
        Money gross = writeOff.amount();
        BigDecimal net = gross.toDecimal()
                .multiply(HUNDRED)
                .divide(HUNDRED.add(percent), gross.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        Money netAmount = Money.exact(net, gross.currency());
        return new VatLine(writeOff, netAmount, gross.minus(netAmount));
    }

    void statements(List<VatLine> lines) throws IOException {
        text("lisez-moi.txt", resource("lisez-moi.txt"));
        text("etat-recapitulatif.html", recapitulation(lines));
        for (VatLine line : lines) {
            text("duplicata/" + plain(name(line.writeOff())) + ".html", duplicate(line));
        }
        text("liste.csv", list(lines));
    }

    void invoice(DocumentFile document) {
        put("factures/" + document.fileName(), document.bytes());
    }

    void message(String message, DocumentFile document) {
        put("relances/" + message + "-" + document.fileName(), document.bytes());
    }

    void chronology(String lines) {
        text("chronologie.jsonl", lines);
    }

    void evidence(Path file) throws IOException {
        put("preuves/" + file.getFileName(), Files.readAllBytes(file));
    }

    /** Writes everything, and the hashes of all of it last. */
    void write(OutputStream out) throws IOException {
        StringBuilder hashes = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
                hashes.append(DocumentFile.of("x", "application/octet-stream", file.getValue())
                                .sha256())
                        .append("  ")
                        .append(file.getKey())
                        .append('\n');
            }
            add(zip, "sha256.txt", hashes.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private String duplicate(VatLine line) throws IOException {
        Map<String, String> values = common();
        WriteOff writeOff = line.writeOff();
        values.put("number", escaped(writeOff.number()));
        values.put(
                "instalment",
                writeOff.item().instalment() == 1
                        ? ""
                        : " (échéance " + writeOff.item().instalment() + ")");
        values.put("issued", writeOff.issued().format(DAY));
        amounts(values, line.net(), line.vat());
        return filled("duplicata.html", values);
    }

    private String recapitulation(List<VatLine> lines) throws IOException {
        Map<String, String> values = common();
        StringBuilder rows = new StringBuilder();
        Money net = Money.zero(lines.get(0).net().currency());
        Money vat = net;
        for (VatLine line : lines) {
            net = net.plus(line.net());
            vat = vat.plus(line.vat());
            rows.append("<tr><td>")
                    .append(escaped(name(line.writeOff())))
                    .append("</td><td>")
                    .append(line.writeOff().issued().format(DAY))
                    .append("</td>");
            for (Money amount : List.of(line.net(), line.vat(), line.writeOff().amount())) {
                rows.append("<td class=\"amount\">").append(amount(amount)).append("</td>");
            }
            rows.append("</tr>\n");
        }
        values.put("rows", rows.toString());
        values.put("ground", ground(lines.get(0).writeOff()));
        amounts(values, net, vat);
        return filled("etat-recapitulatif.html", values);
    }

    private static String ground(WriteOff writeOff) {
        String day = writeOff.loss().since().format(DAY);
        String reason = escaped(writeOff.loss().reason());
        return writeOff.loss().ground() == Ground.LIQUIDATION
                ? "Liquidation judiciaire prononcée le " + day + ". " + reason
                : "Créances définitivement irrécouvrables depuis le " + day + ". " + reason;
    }

    private Map<String, String> common() {
        Map<String, String> values = new HashMap<>();
        values.put("creditor", escaped(creditor.name()));
        values.put("creditorAddress", address(Optional.of(creditor.address())));
        values.put("mentions", escaped(String.join(" — ", creditor.legalMentions())));
        values.put("debtor", escaped(debtor.name()));
        values.put("debtorAddress", address(debtor.address()));
        values.put("rate", percent.stripTrailingZeros().toPlainString().replace('.', ','));
        values.put("today", today.format(DAY));
        return values;
    }

    private static void amounts(Map<String, String> values, Money net, Money vat) {
        values.put("net", amount(net));
        values.put("vat", amount(vat));
        values.put("gross", amount(net.plus(vat)));
        values.put(
                "mention",
                "Facture demeurée impayée pour la somme de " + amount(net) + " (prix net) et pour la somme de "
                        + amount(vat)
                        + " (TVA correspondante) qui ne peut faire l’objet d’une déduction (article 272 du CGI).");
    }

    private static String list(List<VatLine> lines) {
        StringBuilder csv = new StringBuilder("facture;echeance;date;devise;net;tva;total;motif;depuis\n");
        for (VatLine line : lines) {
            WriteOff writeOff = line.writeOff();
            csv.append(String.join(
                            ";",
                            quoted(writeOff.number()),
                            Integer.toString(writeOff.item().instalment()),
                            writeOff.issued().toString(),
                            writeOff.amount().currency().getCurrencyCode(),
                            line.net().toDecimalString().replace('.', ','),
                            line.vat().toDecimalString().replace('.', ','),
                            writeOff.amount().toDecimalString().replace('.', ','),
                            writeOff.loss().ground().name(),
                            writeOff.loss().since().toString()))
                    .append('\n');
        }
        return csv.toString();
    }

    /** A value that a spreadsheet would take for a formula is made a text. */
    private static String quoted(String value) {
        String safe = value.matches("[=+@-].*") ? "'" + value : value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static String name(WriteOff writeOff) {
        int instalment = writeOff.item().instalment();
        return instalment == 1 ? writeOff.number() : writeOff.number() + "/" + instalment;
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.", "_");
    }

    private static String amount(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.FRANCE);
        format.setCurrency(money.currency());
        return format.format(money.toDecimal());
    }

    private static String address(Optional<PostalAddress> address) {
        return address.map(place ->
                        escaped(String.join(", ", place.lines()) + ", " + place.postalCode() + " " + place.town()))
                .orElse("");
    }

    private static String filled(String template, Map<String, String> values) throws IOException {
        String text = resource(template);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = VatFileWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing in the bundle");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private void text(String name, String text) {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] bytes) {
        String free = name;
        for (int number = 2; files.containsKey(free); number++) {
            free = number + "-" + name.substring(name.indexOf('/') + 1);
            free = name.substring(0, name.indexOf('/') + 1) + free;
        }
        files.put(free, bytes);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("$", "&#36;");
    }
}
