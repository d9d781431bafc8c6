package org.quittance.matching;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What is booked without asking. */
@ObjectClassDefinition(
        name = "Quittance bank matching",
        description = "How sure a match must be to be booked without asking, and which differences close an invoice.")
public @interface MatchingLimits {

    @AttributeDefinition(
            name = "Creditor",
            description = "Whose limits these are, where the creditors of an installation differ; else empty.")
    String creditor() default "";

    @AttributeDefinition(
            name = "Book from",
            description = "Score from 0 to 1000 from which an entry is booked; above 1000 nothing is.",
            min = "0",
            max = "1001")
    int bookFrom() default 950;

    @AttributeDefinition(
            name = "Small difference",
            description = "In minor units: a payment so much short of an invoice it names closes it; so much too"
                    + " much is booked and stays as credit.",
            min = "0")
    long smallDifferenceMinor() default 100;

    @AttributeDefinition(
            name = "Bank fee",
            description =
                    "In minor units: a bank may have kept so much of a payment; closes the invoice. 0: stays open.",
            min = "0")
    long bankFeeMinor() default 0;

    @AttributeDefinition(
            name = "Discount",
            description = "In thousandths of the invoice: the discount debtors may take. 0: the rest stays open.",
            min = "0",
            max = "200")
    int discountPermille() default 0;

    @AttributeDefinition(
            name = "Discount days",
            description =
                    "From the day of the invoice, the days within which the discount may be taken. 0: on any day.",
            min = "0")
    int discountDays() default 0;
}
