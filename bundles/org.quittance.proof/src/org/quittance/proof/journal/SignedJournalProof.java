package org.quittance.proof.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.JournalHead;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.quittance.api.time.BusinessClock;
import org.quittance.proof.WholeFile;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.proof.JournalProof;
import org.quittance.service.workspace.Workspace;

/** Heads signed with the key of the open workspace. */
@Component
public final class SignedJournalProof implements JournalProof {

    private static final String ENTRIES = ".jsonl";

    private final CaseJournal journal;
    private final CaseLedger ledger;
    private final Workspace workspace;
    private final BusinessClock clock;

    @Activate
    public SignedJournalProof(
            @Reference CaseJournal journal,
            @Reference CaseLedger ledger,
            @Reference Workspace workspace,
            @Reference BusinessClock clock) {
        this.journal = requireNonNull(journal, "journal");
        this.ledger = requireNonNull(ledger, "ledger");
        this.workspace = requireNonNull(workspace, "workspace");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Exported export(CreditorId creditor, Path target, boolean entries) throws CaseworkException {
        try {
            JournalHead head =
                    journal.head(creditor).orElseThrow(() -> Failures.refusal(Kind.USAGE, "journal.empty", creditor));
            return new Exported(head, write(head, target, entries));
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw new CaseworkException(Kind.INPUT, Failures.said("file.unwritable", target, e.toString()), e);
        }
    }

    private List<Path> write(JournalHead head, Path target, boolean entries) throws IOException, LedgerException {
        Path file = fileOf(head, target);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        SigningKeys keys = SigningKeys.of(workspace.directory());
        List<Path> written =
                new ArrayList<>(HeadFile.write(file, HeadFile.text(head, clock.now(), keys.fingerprint()), keys));
        Path key = folder.resolve(SigningKeys.PUBLIC);
        WholeFile.write(key, out -> out.write(keys.publicPem().getBytes(StandardCharsets.US_ASCII)));
        written.add(key);
        if (entries) {
            written.add(writeEntries(head, file));
        }
        return written;
    }

    private static Path fileOf(JournalHead head, Path target) {
        return target.toString().endsWith(HeadFile.EXTENSION) && !Files.isDirectory(target)
                ? target
                : HeadFile.in(target, head);
    }

    private Path writeEntries(JournalHead head, Path file) throws IOException, LedgerException {
        String name = file.getFileName().toString();
        Path lines = file.resolveSibling(name.substring(0, name.length() - HeadFile.EXTENSION.length()) + ENTRIES);
        LedgerException[] failure = new LedgerException[1];
        WholeFile.write(lines, out -> {
            try {
                journal.read(head.creditor(), head.link().number(), new JournalLines(out));
            } catch (LedgerException e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) {
            Files.deleteIfExists(lines);
            throw failure[0];
        }
        return lines;
    }

    @Override
    public Checked verify(CreditorId creditor, List<Path> heads, Optional<Path> publicKey) throws CaseworkException {
        List<Path> files = List.copyOf(heads);
        List<JournalHead> read = read(creditor, files, publicKey);
        try {
            List<HeadFinding> findings = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                findings.add(compare(files.get(i), read.get(i)));
            }
            return new Checked(journal.verify(creditor), findings);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private List<JournalHead> read(CreditorId creditor, List<Path> files, Optional<Path> publicKey)
            throws CaseworkException {
        List<JournalHead> heads = new ArrayList<>();
        if (files.isEmpty()) {
            return heads;
        }
        try {
            PublicKey key =
                    SigningKeys.readPublic(publicKey.orElseGet(() -> SigningKeys.publicKeyOf(workspace.directory())));
            for (Path file : files) {
                JournalHead head = HeadFile.read(file, key);
                if (!head.creditor().equals(creditor) || !head.installation().equals(ledger.id())) {
                    throw new IOException(file + " is a head of creditor " + head.creditor() + " of installation "
                            + head.installation() + ", not of " + creditor + " of " + ledger.id());
                }
                heads.add(head);
            }
            return heads;
        } catch (IOException e) {
            throw new CaseworkException(Kind.INPUT, Failures.message(e), e);
        }
    }

    private HeadFinding compare(Path file, JournalHead head) throws LedgerException {
        Optional<JournalHead> now = journal.head(head.creditor(), head.link().number());
        if (now.isEmpty()) {
            long last = journal.head(head.creditor())
                    .map(end -> end.link().lastSequence())
                    .orElse(0L);
            return new HeadFinding(
                    file,
                    head,
                    Optional.of("the journal ends with entry " + last + ", but the head of " + head.at()
                            + " attests entries up to " + head.link().lastSequence() + ": its tail was cut off"),
                    last + 1);
        }
        if (!now.get().link().equals(head.link())) {
            return new HeadFinding(
                    file,
                    head,
                    Optional.of("link " + head.link().number() + " is not the one the head of " + head.at()
                            + " attests: the journal was written anew, at entry "
                            + head.link().lastSequence() + " or before"),
                    head.link().firstSequence());
        }
        return new HeadFinding(file, head, Optional.empty(), 0);
    }
}
