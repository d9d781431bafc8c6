package org.quittance.casework.live;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.service.policy.Policy;
import org.quittance.service.template.TemplateLibrary;
import org.quittance.service.template.TemplateProblem;

/** Renderers installed at this moment. Apart from {@link Installation}, because starting one loads fonts and many never need it. */
@Component(service = Renderers.class)
public final class Renderers {

    /** Languages that every policy has words in; a debtor with another one is found when it is looked at. */
    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN);

    private final LiveList<DocumentRenderer> renderers = new LiveList<>();
    private final LiveList<TemplateLibrary> libraries = new LiveList<>();

    @Activate
    public Renderers() {}

    /** The first renderer with words for this template in this language. */
    public Optional<DocumentRenderer> renderer(String template, Locale language) {
        return renderers.all().stream()
                .filter(renderer -> renderer.knows(template, language))
                .findFirst();
    }

    /** What keeps a policy from being run with the templates there are; advice is left out. */
    public List<TemplateProblem> problems(Policy policy) {
        return libraries.all().stream()
                .flatMap(library -> library.check(policy).stream())
                .filter(TemplateProblem::blocks)
                .distinct()
                .toList();
    }

    /** A sentence that names the templates there are; empty where nobody can list them. */
    public String known() {
        List<String> names = libraries.all().stream()
                .flatMap(library -> library.names().stream())
                .distinct()
                .sorted()
                .toList();
        return names.isEmpty() ? "" : "; there are templates " + String.join(", ", names);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addLibrary(TemplateLibrary library, Map<String, ?> properties) {
        libraries.add(library, properties);
    }

    public void removeLibrary(TemplateLibrary library) {
        libraries.remove(library);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addRenderer(DocumentRenderer renderer, Map<String, ?> properties) {
        renderers.add(renderer, properties);
    }

    public void removeRenderer(DocumentRenderer renderer) {
        renderers.remove(renderer);
    }
}
