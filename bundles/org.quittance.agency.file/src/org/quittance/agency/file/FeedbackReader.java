package org.quittance.agency.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.AgencyFeedback;

/** What the agency says: acknowledgements in the order they were noticed, then reports in the order of their names. */
final class FeedbackReader {

    private final AcknowledgementLog log;
    private final ReportFolder acknowledgements;
    private final ReportFolder reports;

    FeedbackReader(Path directory, CaseFolders cases) {
        this.log = new AcknowledgementLog(directory, cases);
        this.acknowledgements = new ReportFolder(directory.resolve(AcknowledgementLog.FOLDER));
        this.reports = new ReportFolder(directory.resolve(CaseFolders.FEEDBACK));
    }

    AgencyFeedback page(FeedbackCursor from) throws IOException {
        List<String> refused = new ArrayList<>(log.noteNewOnes());
        ReportFolder.Page answered = acknowledgements.read(from.acknowledgements());
        ReportFolder.Page reported = reports.read(from.reports());
        List<AgencyEvent> events = new ArrayList<>(answered.events());
        events.addAll(reported.events());
        refused.addAll(answered.refused());
        refused.addAll(reported.refused());
        String next = new FeedbackCursor(answered.next(), reported.next()).toString();
        return new AgencyFeedback(events, next, refused);
    }
}
