package org.quittance.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

class DependencyTest {

    private static final Set<String> CODE_NAMESPACES =
            Set.of(PackageNamespace.PACKAGE_NAMESPACE, BundleNamespace.BUNDLE_NAMESPACE);
    private static final Set<String> EXPORTING = Set.of("api", "service", "tck");

    @Test
    void everyBundleHasARule() {
        Set<String> without = new TreeSet<>();
        for (Bundle bundle : Suite.bundles()) {
            if (Rule.of(Suite.shortName(bundle)).isEmpty()) {
                without.add(bundle.getSymbolicName());
            }
        }
        assertEquals(Set.of(), without);
    }

    @Test
    void everyBundleIsResolved() {
        Set<String> unresolved = new TreeSet<>();
        for (Bundle bundle : Suite.bundles()) {
            if (bundle.adapt(BundleWiring.class) == null) {
                unresolved.add(bundle.getSymbolicName());
            }
        }
        assertEquals(Set.of(), unresolved);
    }

    @Test
    void everyBundleIsWiredOnlyToWhatItsRuleAllows() {
        Set<String> violations = new TreeSet<>();
        for (Bundle bundle : Suite.bundles()) {
            Optional<Rule> rule = Rule.of(Suite.shortName(bundle));
            for (BundleWire wire : bundle.adapt(BundleWiring.class).getRequiredWires(null)) {
                String provider = wire.getProvider().getSymbolicName();
                if (isCode(wire) && rule.isPresent() && !rule.get().allows(provider)) {
                    violations.add(bundle.getSymbolicName() + " -> " + provider);
                }
            }
        }
        assertEquals(Set.of(), violations);
    }

    private static boolean isCode(BundleWire wire) {
        return CODE_NAMESPACES.contains(wire.getRequirement().getNamespace());
    }

    @Test
    void onlyTheContractsExportPackagesAndEveryOneHasAVersion() {
        Set<String> violations = new TreeSet<>();
        for (Bundle bundle : Suite.bundles()) {
            for (BundleCapability export :
                    bundle.adapt(BundleRevision.class).getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                Object version = export.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
                if (!EXPORTING.contains(Suite.shortName(bundle)) || Version.emptyVersion.equals(version)) {
                    violations.add(bundle.getSymbolicName() + " exports "
                            + export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE) + " " + version);
                }
            }
        }
        assertEquals(Set.of(), violations);
    }
}
