package org.quittance.agency.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.AgencyFeedback;
import org.quittance.api.agency.AgencyProfile;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;

/**
 * An agency that takes cases as files. In the configured folder:
 *
 * <pre>
 * &lt;key&gt;/                      one case, appears complete or not at all, and is never changed or removed by either side
 *   mandate.txt              power to receive (R124-3)
 *   case.json, claim.csv     parties, itemised claim, contacts; see {@link CaseJson} and {@link ClaimCsv}
 *   exhibits/                documents, numbered
 *   manifest.json            every file with size and SHA-256
 *   recall.json              ours, when the case is taken back
 *   acknowledgement.json     the agency's: {"reference": "…", "on": "2026-05-16"}, or {"accepted": false, "reason": "…", "on": …}
 * feedback/*.json            the agency's reports, see {@link ReportFolder}
 * .acknowledgements/         ours: acknowledgements in the order they were noticed
 * </pre>
 *
 * <p>The folder must exist. Safe for any thread; two processes on one folder make no second package either, since a package
 * appears by renaming.
 */
@Component(
        service = CollectionAgencyConnector.class,
        configurationPid = "org.quittance.agency.file",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FolderAgencySettings.class, factory = true)
public final class FileCollectionAgencyConnector implements CollectionAgencyConnector {

    private final String id;
    private final AgencyProfile profile;
    private final Path directory;
    private final CaseFolders cases;
    private final FeedbackReader feedback;
    private final ReentrantLock writing = new ReentrantLock();

    /** Refuses settings that cannot work; the folder itself is looked at with each call. */
    @Activate
    public FileCollectionAgencyConnector(FolderAgencySettings settings) {
        this(settings.id(), settings.name(), settings.directory(), settings.countries(), settings.terms());
    }

    FileCollectionAgencyConnector(String id, String name, String directory, String[] countries, String terms) {
        this.id = requireText(id, "id");
        if (!this.id.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "id «" + id + "» is not a word of lower-case letters, digits and hyphens");
        }
        this.profile = new AgencyProfile(requireText(name, "name"), codes(countries), requireNonNull(terms, "terms"));
        this.directory = Path.of(requireText(directory, "directory"));
        if (!this.directory.isAbsolute()) {
            throw new IllegalArgumentException("directory «" + directory + "» is not an absolute path");
        }
        this.cases = new CaseFolders(this.directory);
        this.feedback = new FeedbackReader(this.directory, cases);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public AgencyProfile profile() {
        return profile;
    }

    @Override
    public HandOverOutcome handOver(CasePackage casePackage) throws AgencyException {
        List<String> objections = objections(requireNonNull(casePackage, "casePackage"));
        if (!objections.isEmpty()) {
            return HandOverOutcome.refused(String.join("; ", objections));
        }
        return inTheFolder("hand over case " + casePackage.key(), () -> {
            if (!cases.has(casePackage.key())) {
                cases.create(casePackage.key(), PackageFiles.of(casePackage, profile.name()));
            }
            return cases.outcome(casePackage.key());
        });
    }

    @Override
    public AgencyFeedback feedback(String cursor) throws AgencyException {
        requireNonNull(cursor, "cursor");
        FeedbackCursor position;
        try {
            position = FeedbackCursor.parse(cursor);
        } catch (BoundedJson.UnreadableException e) {
            throw AgencyException.lasting(
                    "the cursor " + e.getMessage() + "; it is not one of agency " + id
                            + ", begin again with an empty one",
                    e);
        }
        return inTheFolder("read reports", () -> feedback.page(position));
    }

    @Override
    public HandOverOutcome recall(HandOverKey key, String reason) throws AgencyException {
        requireNonNull(key, "key");
        requireNonNull(reason, "reason");
        return inTheFolder("recall case " + key, () -> {
            if (!cases.has(key)) {
                return HandOverOutcome.refused("no case " + key + " was handed over to agency " + id);
            }
            return cases.recall(key, reason);
        });
    }

    /** What makes the case one this agency certainly does not take. */
    private List<String> objections(CasePackage theCase) {
        List<String> objections = new ArrayList<>();
        if (CaseFolders.isReserved(theCase.key())) {
            objections.add("key " + theCase.key() + " is the name of a folder of this protocol; use another");
        }
        String country = theCase.debtor().country();
        if (!profile.countries().contains(country)) {
            objections.add("agency " + id + " takes no debtor in " + country);
        }
        CasePackage.Mandate mandate = theCase.mandate();
        if (mandate.number().isBlank()) {
            objections.add("mandate.number is blank (R124-3)");
        }
        if (mandate.feeBasis().isBlank()) {
            objections.add("mandate.feeBasis is blank (R124-3)");
        }
        if (mandate.payOver().isBlank()) {
            objections.add("mandate.payOver is blank (R124-3)");
        }
        return objections;
    }

    private <T> T inTheFolder(String purpose, FolderWork<T> work) throws AgencyException {
        if (!Files.isDirectory(directory)) {
            throw AgencyException.lasting(
                    "cannot " + purpose + ": " + directory
                            + " is not a folder; connect the share or correct the settings of" + " agency " + id,
                    null);
        }
        writing.lock();
        try {
            return work.run();
        } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
            throw AgencyException.lasting(
                    "cannot " + purpose + ": " + directory + " may not be written or read (" + e.getMessage()
                            + "); correct the rights",
                    e);
        } catch (IOException e) {
            throw AgencyException.passing(
                    "cannot " + purpose + " in " + directory + ": " + e.getMessage()
                            + "; nothing is half done, try again",
                    e);
        } finally {
            writing.unlock();
        }
    }

    private static Set<String> codes(String[] countries) {
        for (String code : countries) {
            if (!code.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException("countries: «" + code + "» is not two capital letters");
            }
        }
        return Set.copyOf(List.of(countries));
    }

    private static String requireText(String text, String name) {
        if (requireNonNull(text, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return text.strip();
    }

    private interface FolderWork<T> {
        T run() throws IOException, AgencyException;
    }
}
