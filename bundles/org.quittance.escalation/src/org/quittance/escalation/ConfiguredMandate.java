package org.quittance.escalation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.quittance.api.agency.CasePackage.Mandate;
import org.quittance.api.model.CreditorId;

/** A mandate as it stands in the configuration, complete or not. Immutable. */
@Component(
        service = ConfiguredMandate.class,
        configurationPid = "org.quittance.escalation.mandate",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MandateSettings.class, factory = true)
public final class ConfiguredMandate {

    /** Every field a mandate must have. */
    static final List<String> FIELDS = List.of("number", "signedOn", "feeBasis", "payOver");

    private final MandateSettings settings;

    @Activate
    public ConfiguredMandate(MandateSettings settings) {
        this.settings = settings;
    }

    boolean isOf(CreditorId creditor, String agency) {
        return settings.agency().equals(agency)
                && (settings.creditor().isBlank() || settings.creditor().equals(creditor.value()));
    }

    boolean isForEveryCreditor() {
        return settings.creditor().isBlank();
    }

    /** Fields that are blank, or of the day of signature no date. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        List<String> values = List.of(settings.number(), settings.signedOn(), settings.feeBasis(), settings.payOver());
        for (int i = 0; i < values.size(); i++) {
            boolean isDay = FIELDS.get(i).equals("signedOn");
            if (values.get(i).isBlank() || isDay && !isDate(values.get(i))) {
                missing.add(FIELDS.get(i));
            }
        }
        return missing;
    }

    /** Only where nothing is missing. */
    Mandate mandate() {
        return new Mandate(
                settings.number(), LocalDate.parse(settings.signedOn()), settings.feeBasis(), settings.payOver());
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
