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

    /** A policy as it is written, good or bad; empty where there is none of this name. */
    Optional<String> source(String id) throws java.io.IOException;

    /** The file of a policy; empty where it is a shipped one, or there is none. */
    Optional<Path> file(String id);

    /**
     * Everything that is wrong with a file, including what only this installation can tell: a template that is missing in
     * a language, a charge without title. A charge that only some kinds of debtor may be asked for is a warning: the engine
     * leaves it out for the others.
     */
    List<PolicyProblem> check(Path file) throws java.io.IOException;
}
