package org.quittance.server.health;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.health.Health;
import org.quittance.api.health.Health.Status;
import org.quittance.api.health.HealthCheck;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.Workspace;

/** Whether the disk of the workspace has room for what comes next. */
@Component
public final class DiskCheck implements HealthCheck {

    private static final long MEBIBYTE = 1L << 20;
    private static final long LITTLE_BYTES = 1_024 * MEBIBYTE;
    private static final long NOTHING_BYTES = 100 * MEBIBYTE;

    private final Workspace workspace;

    @Activate
    public DiskCheck(@Reference Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String id() {
        return "disk";
    }

    @Override
    public List<Health> check() throws IOException {
        return List.of(of(Files.getFileStore(workspace.directory()).getUsableSpace()));
    }

    static Health of(long free) {
        Status status = free < NOTHING_BYTES ? Status.CRITICAL : free < LITTLE_BYTES ? Status.WARNING : Status.OK;
        return new Health(
                "",
                status,
                Sentence.of(DiskCheck.class, status == Status.OK ? "disk.free" : "disk.full", free / MEBIBYTE),
                Map.of("disk_free_bytes", free));
    }
}
