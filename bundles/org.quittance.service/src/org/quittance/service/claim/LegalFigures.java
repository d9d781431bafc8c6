package org.quittance.service.claim;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.ReferenceRate;

/** The legal figures in use: regimes and reference rates as installed, shipped or added, at this moment. Safe for any thread. */
@ProviderType
public interface LegalFigures {

    /** By id. */
    List<InterestRegime> regimes();

    Optional<InterestRegime> regime(String id);

    /** The time limits of a country’s law, where they are installed. */
    Optional<LegalLimits> limits(String country);

    /** By index and day. Of two for one day, the one checked last is used. */
    List<ReferenceRate> rates();
}
