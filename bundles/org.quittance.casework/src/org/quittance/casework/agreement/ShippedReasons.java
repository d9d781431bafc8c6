package org.quittance.casework.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.service.agreement.ReasonCatalogue;

/** The reasons of {@code reasons.json} beside this class. A bad file is a bug and stops the component. */
@Component(property = "service.ranking:Integer=-100")
public final class ShippedReasons implements ReasonCatalogue {

    private final List<DebtorReason> reasons;

    @Activate
    public ShippedReasons() {
        try (InputStream stream = ShippedReasons.class.getResourceAsStream("reasons.json")) {
            if (stream == null) {
                throw new IllegalStateException("the resource reasons.json is missing from the bundle");
            }
            List<DebtorReason> read = new ArrayList<>();
            new ObjectMapper().readTree(stream).forEach(node -> read.add(reason(node)));
            this.reasons = List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read reasons.json", e);
        }
    }

    @Override
    public List<DebtorReason> reasons() {
        return reasons;
    }

    private static DebtorReason reason(JsonNode node) {
        Map<String, Words> words = new HashMap<>();
        for (String language : List.of("en", "fr")) {
            JsonNode own = node.path(language);
            List<String> script = new ArrayList<>();
            own.path("script").forEach(line -> script.add(line.asText()));
            words.put(
                    language,
                    new Words(own.path("title").asText(), own.path("answer").asText(), script));
        }
        String effect = node.path("effect").asText().toUpperCase(Locale.ROOT).replace('-', '_');
        return new DebtorReason(
                node.path("code").asText(),
                Effect.valueOf(effect),
                node.path("days").asInt(),
                words);
    }
}
