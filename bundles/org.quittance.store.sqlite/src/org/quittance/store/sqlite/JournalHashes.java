package org.quittance.store.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.Sha256;

/**
 * The hashes of the journal, pure. A payload's hash is salted and covers the debtor, so that neither can be guessed once
 * salt and payload are erased; an entry's hash covers that hash and everything else of the entry, so that it can be
 * recomputed for ever; a link's hash covers the link before and the entries of one transaction.
 *
 * <p>Every text is preceded by its length in bytes: no two different entries have the same bytes. Not for several threads.
 */
final class JournalHashes {

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES);

    /** The link before the first: different for every creditor of every installation. */
    byte[] genesis(String installation, String creditor) {
        text("quittance journal 1");
        text(installation);
        text(creditor);
        return digest.digest();
    }

    byte[] payload(byte[] salt, Optional<String> debtor, String payload) {
        digest.update(salt);
        number(debtor.isPresent() ? 1 : 0);
        text(debtor.orElse(""));
        text(payload);
        return digest.digest();
    }

    byte[] entry(long sequence, long atMicros, String actor, String kind, byte[] payloadHash) {
        number(sequence);
        number(atMicros);
        text(actor);
        text(kind);
        digest.update(payloadHash);
        return digest.digest();
    }

    byte[] link(byte[] previous, long number, long epoch, long firstSequence, List<byte[]> entryHashes) {
        digest.update(previous);
        number(number);
        number(epoch);
        number(firstSequence);
        number(entryHashes.size());
        entryHashes.forEach(digest::update);
        return digest.digest();
    }

    /** What the entry of an erasure says, so that nothing can be passed off as erased later. */
    String erasure(List<Long> sequences) {
        sequences.forEach(this::number);
        String hash = HexFormat.of().formatHex(digest.digest());
        return "{\"v\":1,\"payloads\":" + sequences.size() + ",\"sequences\":\"" + hash + "\"}";
    }

    private void number(long value) {
        digest.update(numbers.clear().putLong(value).flip());
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }
}
