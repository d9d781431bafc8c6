package org.quittance.matching;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.MatchPart;

/** Why an entry is thought to pay something, as a sentence. */
final class Words {

    String text(EntryMatch match, Locale language) {
        Locale locale = language.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.quittance.matching.words",
                locale,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String invoices = match.parts().stream()
                .filter(part -> part.kind() == MatchPart.Kind.MONEY)
                .flatMap(part -> part.invoice().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        String key = "reason." + match.reason();
        return bundle.containsKey(key)
                ? new MessageFormat(bundle.getString(key), locale).format(new Object[] {
                    invoices, match.parts().get(0).debtor().value()
                })
                : match.reason();
    }
}
