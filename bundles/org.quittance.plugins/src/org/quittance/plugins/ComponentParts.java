package org.quittance.plugins;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.quittance.service.plugin.PlugIn.Part;
import org.quittance.service.plugin.PlugIn.State;

/** What Declarative Services says about the components of a bundle. */
final class ComponentParts {

    private ComponentParts() {}

    static List<Part> of(Bundle bundle, ServiceComponentRuntime runtime) {
        List<Part> parts = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            Collection<ComponentConfigurationDTO> configured = runtime.getComponentConfigurationDTOs(component);
            if (configured.isEmpty()) {
                parts.add(new Part(component.name, State.NOT_CONFIGURED, pids(component)));
            }
            configured.forEach(each -> parts.add(part(component, each)));
        }
        return parts;
    }

    private static Part part(ComponentDescriptionDTO component, ComponentConfigurationDTO configured) {
        return switch (configured.state) {
            case ComponentConfigurationDTO.SATISFIED, ComponentConfigurationDTO.ACTIVE ->
                new Part(component.name, State.SATISFIED, "");
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                new Part(component.name, State.NOT_CONFIGURED, pids(component));
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                new Part(
                        component.name,
                        State.UNSATISFIED,
                        configured.failure.lines().findFirst().orElse(""));
            default -> new Part(component.name, State.UNSATISFIED, missing(configured));
        };
    }

    private static String pids(ComponentDescriptionDTO component) {
        return String.join(", ", component.configurationPid);
    }

    private static String missing(ComponentConfigurationDTO configured) {
        return Stream.of(configured.unsatisfiedReferences)
                .map(reference -> reference.name)
                .collect(Collectors.joining(", "));
    }
}
