package org.quittance.service.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The policies of the installation: the shipped ones, and those in the workspace's {@code etc/policies}, which win. */
@ProviderType
public interface PolicyLibrary {

    /** Empty where there is no such policy; {@link IllegalStateException} with all problems where its file is bad. */
    Optional<Policy> policy(String id);

    /** Identifiers of all policies. */
    List<String> ids();

    /**
     * Everything that is wrong with a file, including what only this installation can tell: a template that is missing in
     * a language, a charge without title for a kind of debtor.
     */
    List<PolicyProblem> check(Path file) throws java.io.IOException;
}
