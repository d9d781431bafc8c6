package org.quittance.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

/** {@code workspace.json}: the format of the folder, and the day on which the clock of a simulated one stands. */
final class WorkspaceFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;

    private final Path file;
    private Optional<LocalDate> today;

    private WorkspaceFile(Path file, Optional<LocalDate> today) {
        this.file = file;
        this.today = today;
    }

    static WorkspaceFile readOrCreate(Path file, Optional<LocalDate> simulateOn) throws WorkspaceException {
        if (!Files.exists(file)) {
            WorkspaceFile created = new WorkspaceFile(file, simulateOn);
            created.write();
            return created;
        }
        WorkspaceFile existing = read(file);
        if (simulateOn.isPresent() && existing.today.isEmpty()) {
            throw new WorkspaceException(
                    Kind.USAGE, Sentence.of(WorkspaceLayout.class, "workspace.real", file.getParent()), null);
        }
        return existing;
    }

    private static WorkspaceFile read(Path file) throws WorkspaceException {
        JsonNode root;
        try {
            root = JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    Sentence.of(WorkspaceLayout.class, "file.unreadable", file, WorkspaceLayout.message(e)),
                    e);
        }
        int format = root.path("format").asInt(0);
        if (format > FORMAT) {
            throw new WorkspaceException(
                    Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "workspace.newer", file, format, FORMAT), null);
        }
        if (format < 1) {
            throw new WorkspaceException(
                    Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "workspace.no-format", file), null);
        }
        try {
            String today = root.path("simulatedToday").asText("");
            return new WorkspaceFile(file, today.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(today)));
        } catch (DateTimeException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "workspace.no-date", file), e);
        }
    }

    Optional<LocalDate> simulatedToday() {
        return today;
    }

    void simulate(LocalDate day) throws WorkspaceException {
        today = Optional.of(day);
        write();
    }

    private void write() throws WorkspaceException {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
        today.ifPresent(day -> root.put("simulatedToday", day.toString()));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, root.toPrettyString() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    Sentence.of(WorkspaceLayout.class, "file.unwritable", file, WorkspaceLayout.message(e)),
                    e);
        }
    }
}
