package org.quittance.casework.policy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.Renderers;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.policy.PolicyProblem;
import org.quittance.service.policy.PolicyReader;
import org.quittance.service.workspace.Workspace;

/**
 * Policies of the open workspace. Files are read each time they are asked for, which is once per run, so that an edited one
 * counts from the next run on.
 */
@Component
public final class WorkspacePolicyLibrary implements PolicyLibrary {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    /** A policy is a page of text; anything longer is something else. */
    private static final long BYTES_MAX = 1 << 20;

    private final PolicyReader reader;
    private final Path folder;
    private final Renderers renderers;
    private final Installation installation;
    private final CreditorDirectory creditors;

    @Activate
    public WorkspacePolicyLibrary(
            @Reference PolicyReader reader,
            @Reference Workspace workspace,
            @Reference CreditorDirectory creditors,
            @Reference Installation installation,
            @Reference Renderers renderers) {
        this.reader = requireNonNull(reader, "reader");
        this.folder = workspace.directory().resolve("etc").resolve("policies");
        this.creditors = requireNonNull(creditors, "creditors");
        this.installation = requireNonNull(installation, "installation");
        this.renderers = requireNonNull(renderers, "renderers");
    }

    @Override
    public Optional<Policy> policy(String id) {
        Path file = folder.resolve(id + SUFFIX);
        if (!file.normalize().startsWith(folder) || !Files.isRegularFile(file)) {
            return reader.shipped().stream()
                    .filter(policy -> policy.id().equals(id))
                    .findFirst();
        }
        try {
            PolicyReader.Reading reading = read(file);
            if (reading.policy().isEmpty()) {
                throw new IllegalStateException(described(file, reading.problems()));
            }
            return reading.policy().stream().findFirst();
        } catch (IOException e) {
            throw new IllegalStateException(file + ": the policy cannot be read (" + e + ")", e);
        }
    }

    @Override
    public List<String> ids() {
        TreeSet<String> ids = new TreeSet<>();
        reader.shipped().forEach(policy -> ids.add(policy.id()));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
                        .forEach(name -> ids.add(name.substring(0, name.length() - SUFFIX.length())));
            } catch (IOException e) {
                throw new UncheckedIOException(folder + ": the policies cannot be listed", e);
            }
        }
        return List.copyOf(ids);
    }

    @Override
    public Optional<String> source(String id) throws IOException {
        Optional<Path> file = file(id);
        return file.isPresent() ? Optional.of(Files.readString(file.get())) : reader.shippedSource(id);
    }

    @Override
    public Optional<Path> file(String id) {
        Path file = folder.resolve(id + SUFFIX);
        return file.normalize().startsWith(folder) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public List<PolicyProblem> check(Path file) throws IOException {
        PolicyReader.Reading reading = read(file);
        List<PolicyProblem> problems = new ArrayList<>(reading.problems());
        Inspection inspection = new Inspection(renderers, installation, creditors);
        reading.policy().forEach(policy -> problems.addAll(inspection.problems(policy)));
        if (reading.policy().isEmpty()) {
            problems.addAll(inspection.templateProblems(templates(file)));
        }
        return problems;
    }

    /** The templates the steps name, in a file that is no policy yet; none where it is no JSON. */
    private static List<String> templates(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.size(file) <= BYTES_MAX) {
            try {
                for (JsonNode step : JSON.readTree(Files.readAllBytes(file)).path("steps")) {
                    names.add(step.path("template").asText(""));
                }
            } catch (JsonProcessingException | CharacterCodingException e) {
                return List.of();
            }
        }
        return names;
    }

    private PolicyReader.Reading read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            return refused("the file has more than " + BYTES_MAX + " bytes; is it a policy?");
        }
        String json;
        try {
            json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            return refused("the file is not UTF-8 text; save it in that encoding");
        }
        PolicyReader.Reading reading = reader.read(json);
        boolean inLibrary = file.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize());
        for (Policy policy : reading.policy()) {
            String expected = policy.id() + SUFFIX;
            if (inLibrary && !file.getFileName().toString().equals(expected)) {
                return refused("the policy calls itself «" + policy.id() + "»; name its file " + expected);
            }
        }
        return reading;
    }

    private static PolicyReader.Reading refused(String problem) {
        return new PolicyReader.Reading(List.of(), List.of(new PolicyProblem(0, "", problem)));
    }

    private static String described(Path file, List<PolicyProblem> problems) {
        return problems.stream()
                .map(problem -> file + (problem.line() > 0 ? ":" + problem.line() : "")
                        + (problem.path().isEmpty() ? "" : " " + problem.path())
                        + ": " + problem.text())
                .collect(Collectors.joining("\n"));
    }
}
