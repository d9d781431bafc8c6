package org.quittance.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.quittance.service.casework.CaseworkException;

/** What the manifest of a file says it is; a file that is no bundle the suite can run is refused. */
record BundleFile(String name, Version version) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final String MANIFEST_VERSION = "2";

    /** The class path every bundle has. */
    private static final String WHOLE_FILE = ".";

    /** What would change the suite itself, or be unpacked into a folder that several processes share. */
    private static final Set<String> UNSUPPORTED =
            Set.of(Constants.FRAGMENT_HOST, Constants.BUNDLE_NATIVECODE, Constants.BUNDLE_CLASSPATH);

    /** @param shown what the file is called when people are told about it */
    static BundleFile read(JarFile jar, Path shown) throws IOException, CaseworkException {
        Manifest manifest = jar.getManifest();
        if (manifest == null) {
            throw Refusals.input("file.no-bundle", shown);
        }
        Attributes main = manifest.getMainAttributes();
        String symbolicName = withoutDirectives(value(main, Constants.BUNDLE_SYMBOLICNAME));
        if (!MANIFEST_VERSION.equals(main.getValue(Constants.BUNDLE_MANIFESTVERSION))
                || !NAME.matcher(symbolicName).matches()) {
            throw Refusals.input("file.no-bundle", shown);
        }
        for (String header : new TreeSet<>(UNSUPPORTED)) {
            if (!Set.of("", WHOLE_FILE).contains(value(main, header))) {
                throw Refusals.input("file.unsupported", symbolicName, header);
            }
        }
        return new BundleFile(symbolicName, version(main, shown));
    }

    private static Version version(Attributes main, Path shown) throws CaseworkException {
        String written = value(main, Constants.BUNDLE_VERSION);
        try {
            return Version.parseVersion(written);
        } catch (IllegalArgumentException e) {
            throw Refusals.input("file.version", shown, written);
        }
    }

    /** Empty where there is no such header. */
    private static String value(Attributes main, String header) {
        return Optional.ofNullable(main.getValue(header)).orElse("");
    }

    private static String withoutDirectives(String header) {
        return header.split(";", 2)[0].strip();
    }

    /** Where it lies in the folder of plug-ins. */
    String fileName() {
        return name + "_" + version + ".jar";
    }
}
