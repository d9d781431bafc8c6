package org.quittance.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class CodeTest {

    private static final Set<String> WITHOUT_FLOATING_POINT = Set.of("api", "service", "engine");
    private static final Set<String> WITH_SWT = Set.of("ui", "app");

    @Test
    void classFilesAreFound() {
        for (Bundle bundle : Suite.bundles()) {
            assertTrue(!Suite.classes(bundle).isEmpty(), bundle.getSymbolicName());
        }
    }

    @Test
    void jdbcIsUsedOnlyInStores() {
        assertNone(
                name -> !name.startsWith("store."),
                code -> code.mentionsPackage("java/sql/") || code.mentionsPackage("javax/sql/"));
    }

    @Test
    void swtIsUsedOnlyInTheDesktop() {
        assertNone(name -> !WITH_SWT.contains(name), code -> code.mentionsPackage("org/eclipse/swt/"));
    }

    @Test
    void noFieldOrMethodNearMoneyIsFloatingPoint() {
        assertNone(WITHOUT_FLOATING_POINT::contains, ClassFile::hasFloatingPointMember);
    }

    private static void assertNone(Predicate<String> bundles, Predicate<ClassFile> offence) {
        Set<String> offenders = new TreeSet<>();
        for (Bundle bundle : Suite.bundles()) {
            if (bundles.test(Suite.shortName(bundle))) {
                Suite.classes(bundle).stream()
                        .filter(offence)
                        .forEach(code -> offenders.add(bundle.getSymbolicName() + ": " + code.name()));
            }
        }
        assertEquals(Set.of(), offenders);
    }
}
