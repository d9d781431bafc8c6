package org.quittance.matching;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.matching.judge.LetterItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The payment reference of a message is its name: the day without its century, R, the run, M, its number in the run. */
final class LetterReferences implements LetterItems {

    private static final Logger LOG = LoggerFactory.getLogger(LetterReferences.class);
    private static final Pattern FORM = Pattern.compile("([0-9]{6})R([0-9]{1,6})M([0-9]{1,9})");
    private static final String CENTURY = "20";

    private final SendLedger messages;
    private final CreditorId creditor;

    LetterReferences(SendLedger messages, CreditorId creditor) {
        this.messages = messages;
        this.creditor = creditor;
    }

    @Override
    public List<String> numbers(String reference) {
        Matcher matcher = FORM.matcher(reference);
        if (!matcher.matches()) {
            return List.of();
        }
        MessageId id = new MessageId(CENTURY + matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3));
        try {
            return messages.message(creditor, id)
                    .map(record -> record.message().items().stream()
                            .map(item -> item.token().item().invoice().value())
                            .distinct()
                            .toList())
                    .orElse(List.of());
        } catch (LedgerException e) {
            LOG.warn("The message {} cannot be read; its payment reference is not used.", id, e);
            return List.of();
        }
    }
}
