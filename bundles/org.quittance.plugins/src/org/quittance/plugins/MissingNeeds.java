package org.quittance.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** What a bundle needs to be resolved and nobody offers. */
final class MissingNeeds {

    /** What the filter of an import or of a required bundle begins with. */
    private static final Pattern NAMED = Pattern.compile("\\(osgi\\.wiring\\.(package|bundle)=([^)]*)\\)(.*?)\\)*");

    private static final String FILTER = "filter";

    private MissingNeeds() {}

    /** Each in words for people, such as {@code package com.example.missing (version>=1.0.0)}; empty where it is something else. */
    static List<String> of(Bundle bundle, FrameworkWiring wiring) {
        List<String> missing = new ArrayList<>();
        for (BundleRequirement need : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            if (isMandatory(need) && wiring.findProviders(need).isEmpty()) {
                missing.add(inWords(need));
            }
        }
        return missing;
    }

    private static boolean isMandatory(BundleRequirement need) {
        String effective =
                need.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE);
        String resolution =
                need.getDirectives().getOrDefault(Constants.RESOLUTION_DIRECTIVE, Constants.RESOLUTION_MANDATORY);
        return effective.equals(Constants.EFFECTIVE_RESOLVE) && resolution.equals(Constants.RESOLUTION_MANDATORY);
    }

    private static String inWords(BundleRequirement need) {
        String filter = need.getDirectives().getOrDefault(FILTER, "");
        Matcher named = NAMED.matcher(filter.startsWith("(&") ? filter.substring(2) : filter);
        if (named.matches()) {
            return (named.group(1) + " " + named.group(2) + " " + named.group(3)).strip();
        }
        return need.getNamespace() + " " + filter;
    }
}
