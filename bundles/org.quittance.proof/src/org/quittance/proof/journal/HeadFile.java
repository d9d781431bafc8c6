package org.quittance.proof.journal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quittance.api.ledger.JournalHead;
import org.quittance.api.ledger.JournalLink;
import org.quittance.api.model.CreditorId;
import org.quittance.proof.WholeFile;

/** The text of a head, line by line as {@code releng/docs/journal.md} describes it, and its signature in a file beside it. */
final class HeadFile {

    static final String EXTENSION = ".head";
    static final String SIGNATURE = ".sig";

    private static final String FORMAT = "quittance-journal-head 1";
    private static final List<String> FIELDS =
            List.of("creditor", "installation", "epoch", "link", "first", "last", "hash", "at", "signed", "key");

    private HeadFile() {}

    /** A name that sorts by time and is the same for the same link of the same journal. */
    private static String name(JournalHead head) {
        return String.format("%s%010d", prefix(head), head.link().number());
    }

    private static String prefix(JournalHead head) {
        return String.format(
                "%s-%s-",
                head.creditor().value().replaceAll("[^A-Za-z0-9._-]", "_"),
                head.installation().substring(0, Math.min(8, head.installation().length())));
    }

    /** The file for this head in a folder of heads. */
    static Path in(Path folder, JournalHead head) {
        return folder.resolve(name(head) + EXTENSION);
    }

    /** When the latest head of the same journal in a folder was signed, by its own word; empty where none can be read. */
    static Optional<Instant> lastSigned(Path folder, JournalHead head) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Pattern name = Pattern.compile(Pattern.quote(prefix(head)) + "[0-9]{10}" + Pattern.quote(EXTENSION));
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> last = files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .max(Comparator.naturalOrder());
            return last.isEmpty() ? Optional.empty() : signed(last.get());
        }
    }

    private static Optional<Instant> signed(Path file) throws IOException {
        try {
            String at = fields(Files.readString(file).lines().toList()).getOrDefault("signed", "");
            return Optional.of(Instant.parse(at));
        } catch (DateTimeException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static String text(JournalHead head, Instant signed, String key) {
        JournalLink link = head.link();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("creditor", head.creditor().value());
        fields.put("installation", head.installation());
        fields.put("epoch", link.epoch());
        fields.put("link", link.number());
        fields.put("first", link.firstSequence());
        fields.put("last", link.lastSequence());
        fields.put("hash", link.hash());
        fields.put("at", head.at());
        fields.put("signed", signed);
        fields.put("key", key);
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        fields.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    /** Writes both files whole; the signature first, so that a head is never without one. */
    static List<Path> write(Path file, String text, SigningKeys keys) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path signature = file.resolveSibling(file.getFileName() + SIGNATURE);
        WholeFile.write(signature, out -> out.write(keys.sign(bytes)));
        WholeFile.write(file, out -> out.write(bytes));
        return List.of(file, signature);
    }

    /** Reads a head whose signature fits the key; anything else is refused. */
    static JournalHead read(Path file, PublicKey key) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Path signature = file.resolveSibling(file.getFileName() + SIGNATURE);
        if (!Files.exists(signature)) {
            throw new IOException(file + " has no signature; " + signature.getFileName() + " belongs beside it");
        }
        if (!SigningKeys.isSigned(key, bytes, Files.readAllBytes(signature))) {
            throw new IOException(
                    file + ": the signature does not fit; the file was changed, or signed with another key" + " than "
                            + SigningKeys.fingerprint(key));
        }
        return parse(file, new String(bytes, StandardCharsets.UTF_8));
    }

    private static JournalHead parse(Path file, String text) throws IOException {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty() || !lines.remove(0).equals(FORMAT)) {
            throw new IOException(
                    file + " is not a head of a journal, or of a newer version; expected «" + FORMAT + "»");
        }
        Map<String, String> fields = fields(lines);
        if (!fields.keySet().containsAll(FIELDS)) {
            throw new IOException(file + " lacks fields of a head; expected " + FIELDS);
        }
        try {
            return new JournalHead(
                    CreditorId.of(field(fields, "creditor")),
                    field(fields, "installation"),
                    new JournalLink(
                            Long.parseLong(field(fields, "link")),
                            Long.parseLong(field(fields, "epoch")),
                            Long.parseLong(field(fields, "first")),
                            Long.parseLong(field(fields, "last")),
                            field(fields, "hash")),
                    Instant.parse(field(fields, "at")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(file + " holds a field that cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> fields(List<String> lines) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return fields;
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
