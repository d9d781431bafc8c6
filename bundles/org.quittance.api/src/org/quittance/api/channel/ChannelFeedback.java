package org.quittance.api.channel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What comes back on a channel: bounces, confirmations, answers. It is asked now and then, may block for minutes, and changes
 * nothing at the far side, so that asking again from the same place gives the same. Calls come from several threads.
 */
@ConsumerType
public interface ChannelFeedback {

    /** The channel's own name, as {@link ReminderChannel#id} has it. */
    String id();

    /**
     * What came in after a cursor ({@code ""} for the beginning), oldest first; a page at a time.
     *
     * @throws ChannelException where nothing can be fetched now
     */
    Page after(String cursor) throws ChannelException;

    /**
     * A page of reports.
     *
     * @param next cursor of the next page
     * @param isLast whether nothing more is there now
     * @param unrelated how many messages were about nothing that was sent from here; they are left alone
     */
    record Page(List<ChannelReport> reports, String next, boolean isLast, int unrelated) {

        public Page {
            reports = List.copyOf(reports);
            requireNonNull(next, "next");
        }
    }
}
