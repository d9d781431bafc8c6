package org.quittance.api.ledger;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.ItemKey;

/** Reads the messages of a creditor; they are changed through {@link CaseLedger#write}. Safe for any thread. */
@ProviderType
public interface SendLedger {

    Optional<MessageRecord> message(CreditorId creditor, MessageId message) throws LedgerException;

    /** A page of messages in order of identifier. */
    List<MessageRecord> messages(CreditorId creditor, MessageQuery query) throws LedgerException;

    /** Live messages that contain one of these items. */
    List<MessageRecord> liveAbout(CreditorId creditor, List<ItemKey> items) throws LedgerException;

    /** The bytes that were kept for a message, in the order they were kept. */
    List<DocumentFile> content(CreditorId creditor, MessageId message) throws LedgerException;

    Optional<RunRecord> run(CreditorId creditor, RunId run) throws LedgerException;

    /** Newest first. */
    List<RunRecord> runs(CreditorId creditor, int limit) throws LedgerException;
}
