package org.quittance.engine.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.quittance.api.model.Money;

/** A debt among several of one debtor, as far as who shares a payment needs to know it. */
public interface Payable {

    LocalDate dueDate();

    /** What is still to be paid; zero for nothing. */
    Money owed();

    /** Percent a year on a day; zero where no interest runs. Days are asked for in ascending order. */
    BigDecimal rateOn(LocalDate day);

    /** @param part positive, at most what is owed */
    void pay(Money part);
}
