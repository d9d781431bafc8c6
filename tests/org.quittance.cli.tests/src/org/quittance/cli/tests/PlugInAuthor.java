package org.quittance.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.quittance.cli.tests.sample.SampleAgency;

/** Somebody who writes connectors elsewhere and signs them with the tools of the JDK. */
final class PlugInAuthor {

    static final String NAME = "com.example.agency";

    private static final String CLASS = SampleAgency.class.getName().replace('.', '/') + ".class";
    private static final String COMPONENT = "OSGI-INF/agency.xml";
    private static final String PASSWORD = "fictitious";

    private final Path folder;
    private final Path keys;

    PlugInAuthor(Path folder, String name) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.keys = folder.resolve("keys.p12");
        tool("keytool", "-genkeypair", "-alias", "author", "-dname", "CN=" + name, "-keyalg", "EC", "-validity", "30");
        tool(
                "keytool",
                "-exportcert",
                "-rfc",
                "-alias",
                "author",
                "-file",
                certificate().toString());
    }

    Path certificate() {
        return folder.resolve("author.pem");
    }

    /** @param imports more packages it needs, each as in a manifest, after a comma */
    Path unsigned(String version, String... imports) throws IOException {
        Path jar = Files.createTempFile(folder, "agency", ".jar");
        String manifest = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + NAME
                + ";singleton:=true\nBundle-Version: " + version
                + "\nImport-Package: org.quittance.api.agency" + String.join("", imports) + "\nService-Component: "
                + COMPONENT
                + "\nRequire-Capability: osgi.extender;filter:=\"(osgi.extender=osgi.component)\"\n";
        try (InputStream described = new ByteArrayInputStream(manifest.getBytes(UTF_8));
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, new Manifest(described));
                InputStream code = SampleAgency.class.getResourceAsStream("/" + CLASS)) {
            out.putNextEntry(new JarEntry(CLASS));
            code.transferTo(out);
            out.putNextEntry(new JarEntry(COMPONENT));
            out.write(("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"" + NAME + "\">"
                            + "<implementation class=\"" + SampleAgency.class.getName() + "\"/><service>"
                            + "<provide interface=\"org.quittance.api.agency.CollectionAgencyConnector\"/></service>"
                            + "</scr:component>")
                    .getBytes(UTF_8));
        }
        return jar;
    }

    Path signed(String version, String... imports) throws Exception {
        return sign(unsigned(version, imports));
    }

    Path sign(Path jar) throws Exception {
        tool("jarsigner", jar.toString(), "author");
        return jar;
    }

    /** Puts other bytes in the place of an entry, as somebody could on the way. */
    static Path tamper(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path component = zip.getPath(COMPONENT);
            Files.writeString(component, Files.readString(component) + "<!-- changed -->");
        }
        return jar;
    }

    /** Adds what nobody has signed. */
    static Path extend(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.writeString(zip.getPath("added.txt"), "unsigned");
        }
        return jar;
    }

    /** Takes away what was signed. */
    static Path shorten(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.delete(zip.getPath(COMPONENT));
        }
        return jar;
    }

    private void tool(String name, String... words) throws Exception {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        line.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
        line.addAll(name.equals("keytool") ? 1 : line.size(), List.of(words));
        Path said = Files.createTempFile(folder, name, "");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> name + ": " + said);
    }
}
