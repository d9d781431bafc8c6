package org.quittance.agency.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.quittance.agency.file.BoundedJson.UnreadableException;
import org.quittance.agency.file.FeedbackCursor.Position;
import org.quittance.api.agency.AgencyEvent;

/**
 * A folder of reports, one JSON file each (see {@link ReportFields}), read in order of names. Whoever writes there gives each
 * new file a name after all others (a time such as {@code 20260516T101500-1.json} does), and renames it into place when it is
 * complete. A file that cannot be read is named, left where it is, and tried again with each page until it can be read or is
 * gone: it may be half written.
 */
final class ReportFolder {

    private static final int PAGE_MAX = 500;

    /** More broken files than this, and reading stops there: somebody must look, and the cursor must not grow for ever. */
    private static final int UNREAD_MAX = 200;

    private final Path folder;

    ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** What was read, and where to go on. */
    record Page(List<AgencyEvent> events, List<String> refused, Position next) {}

    Page read(Position from) throws IOException {
        List<AgencyEvent> events = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        String after = from.after();
        for (String name : from.unread()) {
            readInto(name, events, refused, unread);
        }
        for (String name : namesAfter(after)) {
            if (events.size() >= PAGE_MAX || unread.size() >= UNREAD_MAX) {
                break;
            }
            readInto(name, events, refused, unread);
            after = name;
        }
        return new Page(events, refused, new Position(after, unread));
    }

    private void readInto(String name, List<AgencyEvent> events, List<String> refused, List<String> unread)
            throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            events.add(ReportFields.event(BoundedJson.read(file)));
        } catch (UnreadableException e) {
            refused.add(folder.getFileName() + "/" + name + " " + e.getMessage());
            unread.add(name);
        }
    }

    private TreeSet<String> namesAfter(String after) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.json")) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    if (name.compareTo(after) > 0) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }
}
