package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactTest {

    @Test
    void aDepartmentIsNotGreetedByItsName() {
        for (String department : new String[] {
            "Service comptable", "Accounts payable", "Buchhaltung", "Direction des achats", "The Finance Team"
        }) {
            assertTrue(Contact.isDepartment(department), department);
        }
        for (String person : new String[] {"Mme Modèle", "M. Comptable", "Jean Exemple", "Ms Office", "A. Sample"}) {
            assertFalse(Contact.isDepartment(person), person);
        }
        Words english = Words.in(Locale.ENGLISH);
        assertEquals("Dear Accounts Team,", english.salutation(Optional.of("Accounts payable")));
        assertEquals("Dear Ms Sample,", english.salutation(Optional.of("Ms Sample")));
    }
}
