package org.quittance.prevention;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** When deposits are advised. */
@ObjectClassDefinition(
        name = "Quittance deposits",
        description = "Of whom a deposit or payment in advance is advised before anything is delivered.")
public @interface DepositRules {

    @AttributeDefinition(
            name = "Smallest order",
            description = "In units of the order's currency; below it nothing is advised.",
            min = "0")
    long smallestOrder() default 500;

    @AttributeDefinition(
            name = "New for",
            description = "Days after the first invoice for which a debtor counts as new.",
            min = "0")
    int newForDays() default 90;

    @AttributeDefinition(name = "Deposit of new debtors", description = "Percent of the order.", min = "0", max = "100")
    int newPercent() default 30;

    @AttributeDefinition(
            name = "Low score",
            description = "Points below which a deposit is advised, 0 to 100.",
            min = "0",
            max = "100")
    int lowScore() default 60;

    @AttributeDefinition(name = "Deposit at a low score", description = "Percent of the order.", min = "0", max = "100")
    int lowScorePercent() default 50;

    @AttributeDefinition(
            name = "Score for payment in advance",
            description = "Points below which the whole order is advised to be paid in advance, 0 to 100.",
            min = "0",
            max = "100")
    int advanceScore() default 30;
}
