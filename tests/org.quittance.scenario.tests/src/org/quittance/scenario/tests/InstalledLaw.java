package org.quittance.scenario.tests;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.quittance.api.interest.InterestRegime;
import org.quittance.service.claim.ClaimService;
import org.quittance.service.claim.LegalFigures;

/** The law as it is installed in this framework; no workspace is open. */
final class InstalledLaw {

    private final BundleContext context =
            FrameworkUtil.getBundle(InstalledLaw.class).getBundleContext();

    ClaimService claims() {
        return service(ClaimService.class);
    }

    InterestRegime regime(String id) {
        return service(LegalFigures.class)
                .regime(id)
                .orElseThrow(() -> new IllegalStateException("the regime " + id + " is not installed"));
    }

    private <T> T service(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        if (reference == null) {
            throw new IllegalStateException("no service " + type.getName());
        }
        return context.getService(reference);
    }
}
