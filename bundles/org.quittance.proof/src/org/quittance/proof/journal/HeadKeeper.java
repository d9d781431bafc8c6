package org.quittance.proof.journal;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.quittance.api.model.CreditorId;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.proof.HeadArchive;
import org.quittance.service.proof.JournalProof;
import org.quittance.service.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a signed head outside the workspace after each run and each dispatch. Failing at it never stops work. */
@Component(configurationPid = HeadKeeper.PID)
@Designate(ocd = HeadKeeper.Destination.class)
public final class HeadKeeper implements HeadArchive {

    static final String PID = "org.quittance.proof.heads";

    private static final Logger LOG = LoggerFactory.getLogger(HeadKeeper.class);

    private final JournalProof proof;
    private final Workspace workspace;
    private final String folder;

    /** Where heads go. */
    @ObjectClassDefinition(
            name = "Quittance journal heads",
            description =
                    "Signed heads of the journal, kept where whoever can change the workspace cannot change them.")
    public @interface Destination {

        @AttributeDefinition(
                name = "Folder",
                description = "Absolute path outside the workspace, such as a mounted archive; empty keeps none.",
                required = false)
        String folder() default "";
    }

    @Activate
    public HeadKeeper(@Reference JournalProof proof, @Reference Workspace workspace, Destination destination) {
        this.proof = requireNonNull(proof, "proof");
        this.workspace = requireNonNull(workspace, "workspace");
        this.folder = destination.folder().strip();
    }

    @Override
    public void keep(CreditorId creditor) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            Path target = Path.of(folder).toAbsolutePath().normalize();
            if (target.startsWith(workspace.directory().toAbsolutePath().normalize())) {
                LOG.warn(
                        "No head of the journal is kept: {} lies in the workspace, where it proves nothing; set another"
                                + " folder in etc/{}.json",
                        target,
                        PID);
                return;
            }
            proof.export(creditor, target, false);
        } catch (CaseworkException | RuntimeException e) {
            LOG.warn("The head of the journal of {} was not kept in {}: {}", creditor, folder, e.getMessage());
        }
    }
}
