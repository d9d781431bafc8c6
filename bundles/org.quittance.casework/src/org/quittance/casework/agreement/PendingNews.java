package org.quittance.casework.agreement;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.restriction.RestrictionListener;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells, when a workspace is opened, what the process before did not come to tell. Without anybody who listens it does not exist, so
 * that nobody else's start waits for it.
 */
@Component(
        service = {},
        immediate = true)
public final class PendingNews {

    private static final Logger LOG = LoggerFactory.getLogger(PendingNews.class);
    private static final Actor NOBODY = Actor.of("quittance", Set.of());

    /** @param listener one of those the news knows; that there is one is all that matters here */
    @Activate
    public PendingNews(
            @Reference RestrictionNews news,
            @Reference CreditorDirectory creditors,
            @Reference RestrictionListener listener) {
        for (Creditor creditor : creditors.creditors()) {
            try {
                news.tell(creditor.id(), NOBODY);
            } catch (CaseworkException | RuntimeException e) {
                LOG.warn("Restrictions of {} were not told; the next run tells them.", creditor.id(), e);
            }
        }
    }
}
