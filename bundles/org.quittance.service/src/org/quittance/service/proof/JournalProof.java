package org.quittance.service.proof;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.JournalHead;
import org.quittance.api.ledger.JournalVerification;
import org.quittance.api.model.CreditorId;
import org.quittance.service.casework.CaseworkException;

/**
 * Signed heads of the journal, which show later, from outside, that nothing was changed or cut off, and the check against
 * them. The format is described in {@code releng/docs/journal.md}. Safe for any thread.
 */
@ProviderType
public interface JournalProof {

    /**
     * Writes the signed head of the last link, the public key beside it and, if asked, every entry and link before it.
     *
     * @param target a folder, made where it is missing, or a file that ends in {@code .head}
     * @throws CaseworkException INPUT where nothing can be written there; USAGE for an empty journal
     */
    Exported export(CreditorId creditor, Path target, boolean entries) throws CaseworkException;

    /**
     * Recomputes the chain and compares it with exported heads.
     *
     * @param publicKey the key to trust; the installation's own if empty
     * @throws CaseworkException INPUT where a head cannot be read or its signature does not fit
     */
    Checked verify(CreditorId creditor, List<Path> heads, Optional<Path> publicKey) throws CaseworkException;

    /**
     * @param files what was written: head, signature, public key, and entries if they were asked for
     */
    record Exported(JournalHead head, List<Path> files) {

        public Exported {
            requireNonNull(head, "head");
            files = List.copyOf(files);
        }
    }

    /**
     * @param chain what the chain says of itself
     * @param heads one finding for each head, in the order they were given
     */
    record Checked(JournalVerification chain, List<HeadFinding> heads) {

        public Checked {
            requireNonNull(chain, "chain");
            heads = List.copyOf(heads);
        }

        public boolean isValid() {
            return chain.isValid()
                    && heads.stream().allMatch(finding -> finding.broken().isEmpty());
        }

        /** The first entry that is wrong, missing or in doubt, of the chain or against a head. */
        public Optional<Long> brokenSequence() {
            Optional<Long> first = heads.stream()
                    .filter(finding -> finding.broken().isPresent())
                    .map(HeadFinding::brokenSequence)
                    .min(Long::compare);
            return chain.brokenSequence().isPresent() ? chain.brokenSequence() : first;
        }

        public Optional<String> firstBroken() {
            return chain.firstBroken().isPresent()
                    ? chain.firstBroken()
                    : heads.stream()
                            .flatMap(finding -> finding.broken().stream())
                            .findFirst();
        }
    }

    /**
     * @param broken what does not fit, in words; empty where the journal still holds what the head attests
     * @param brokenSequence the first entry missing or in doubt; meaningless where nothing is broken
     */
    record HeadFinding(Path file, JournalHead head, Optional<String> broken, long brokenSequence) {

        public HeadFinding {
            requireNonNull(file, "file");
            requireNonNull(head, "head");
            requireNonNull(broken, "broken");
        }
    }
}
