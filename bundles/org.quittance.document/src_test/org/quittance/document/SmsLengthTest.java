package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.quittance.service.template.SmsLength;

class SmsLengthTest {

    @Test
    void oneMessageHolds160LettersAndPartsOf153() {
        assertEquals(new SmsLength(true, 160, 1), SmsLength.of("é".repeat(160)));
        assertEquals(new SmsLength(true, 161, 2), SmsLength.of("a".repeat(161)));
        assertEquals(new SmsLength(true, 306, 2), SmsLength.of("a".repeat(306)));
        assertEquals(new SmsLength(true, 307, 3), SmsLength.of("a".repeat(307)));
    }

    @Test
    void lettersOfTheExtensionCountTwice() {
        assertEquals(new SmsLength(true, 160, 1), SmsLength.of("€".repeat(80)));
        assertEquals(new SmsLength(true, 162, 2), SmsLength.of("€".repeat(81)));
    }

    @Test
    void oneLetterOutsideTheAlphabetMakesAllOfThemTwoBytesLong() {
        assertEquals(new SmsLength(false, 70, 1), SmsLength.of("ç" + "a".repeat(69)));
        assertEquals(new SmsLength(false, 71, 2), SmsLength.of("ç" + "a".repeat(70)));
        assertEquals(new SmsLength(false, 135, 3), SmsLength.of("ç" + "a".repeat(134)));
    }

    @Test
    void whatAPrinterWouldSetBecomesWhatATelephoneHas() {
        assertEquals("l'heure - \"oui\" ... coeur", SmsText.of("l’heure\u00a0– «oui»\n… cœur"));
    }
}
