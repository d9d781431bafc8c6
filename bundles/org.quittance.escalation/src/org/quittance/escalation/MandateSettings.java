package org.quittance.escalation;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The written agreement of one creditor with one agency (CPCE R124-3). */
@ObjectClassDefinition(
        name = "Mandate for a collection agency",
        description =
                "What the written agreement with an agency says. Without every field nothing is handed over to it.")
public @interface MandateSettings {

    @AttributeDefinition(name = "Agency", description = "Identifier of the agency, as in its own configuration.")
    String agency();

    @AttributeDefinition(name = "Creditor", description = "Whose agreement it is; empty for every creditor.")
    String creditor() default "";

    @AttributeDefinition(name = "Number", description = "Number or name of the agreement.")
    String number() default "";

    @AttributeDefinition(name = "Signed on", description = "Day it was signed, such as 2026-01-15.")
    String signedOn() default "";

    @AttributeDefinition(
            name = "Fees",
            description = "How the agency is paid, by the creditor and never by the debtor.")
    String feeBasis() default "";

    @AttributeDefinition(name = "Paying over", description = "When and how money the agency receives is paid over.")
    String payOver() default "";
}
