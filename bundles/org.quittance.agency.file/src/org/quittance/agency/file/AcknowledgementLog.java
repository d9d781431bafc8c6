package org.quittance.agency.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quittance.agency.file.BoundedJson.UnreadableException;
import org.quittance.api.agency.HandOverKey;

/**
 * Gives acknowledgements an order. They appear in the folders of their cases at any time, so a cursor over those could miss
 * one; each is copied once into a folder of numbered reports ({@code 00000007-key.json}), which only ever grows.
 */
final class AcknowledgementLog {

    static final String FOLDER = ".acknowledgements";

    /** A lock on a file holds between processes, not between two connectors of this one. */
    private static final Object WITHIN_THIS_PROCESS = new Object();

    private final Path folder;
    private final CaseFolders cases;

    AcknowledgementLog(Path directory, CaseFolders cases) {
        this.folder = directory.resolve(FOLDER);
        this.cases = cases;
    }

    /** Notes what is new; names acknowledgements that cannot be read, which are looked at again next time. */
    List<String> noteNewOnes() throws IOException {
        List<HandOverKey> candidates = cases.acknowledged();
        if (candidates.isEmpty()) {
            return List.of();
        }
        Files.createDirectories(folder);
        synchronized (WITHIN_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
                    FileLock lock = channel.lock()) {
                return lock.isValid() ? note(candidates) : List.of();
            }
        }
    }

    private List<String> note(List<HandOverKey> candidates) throws IOException {
        List<String> refused = new ArrayList<>();
        Set<String> noted = new HashSet<>();
        int last = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*-*.json")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                int hyphen = name.indexOf('-');
                noted.add(name.substring(hyphen + 1, name.length() - ".json".length()));
                last = Math.max(last, Integer.parseInt(name.substring(0, hyphen)));
            }
        }
        for (HandOverKey key : candidates) {
            if (!noted.contains(key.value()) && append(key, last + 1, refused)) {
                last++;
            }
        }
        return refused;
    }

    private boolean append(HandOverKey key, int number, List<String> refused) throws IOException {
        try {
            Optional<Acknowledgement> acknowledgement = cases.acknowledgement(key);
            if (acknowledgement.isEmpty()) {
                return false;
            }
            String name = String.format(Locale.ROOT, "%08d-%s.json", number, key);
            byte[] report =
                    BoundedJson.bytes(ReportFields.json(acknowledgement.get().event(key)));
            DurableFiles.publish(folder.resolve(name), report);
            return true;
        } catch (UnreadableException e) {
            refused.add(key + "/acknowledgement.json " + e.getMessage());
            return false;
        }
    }
}
