package org.quittance.importer.einvoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTermTextTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 20);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        30 jours fin de mois                                              | 2026-02-28
        45 jours fin de mois                                              | 2026-03-31
        fin de mois + 45 jours                                            | 2026-03-17
        45 jours après la fin du mois                                     | 2026-03-17
        30 jours date de facture                                          | 2026-02-19
        Paiement à 30 jours. Pas d’escompte pour paiement anticipé. Pénalités de retard : 12 %, indemnité de 40 €. | 2026-02-19
        à 60 j net                                                        | 2026-03-21
        Paiement comptant                                                 | 2026-01-20
        Paiement immédiat à réception de facture                          | 2026-01-20
        À payer avant le 15/03/2026                                       | 2026-03-15
        payable au plus tard le 05.03.2026                                | 2026-03-05
        net 30                                                            | 2026-02-19
        Net 30 days                                                       | 2026-02-19
        30 days end of month                                              | 2026-02-28
        Payment due within 14 days, 2% discount within 5 days             | 2026-02-03
        Please pay by 2026-02-15                                          | 2026-02-15
        Zahlbar innerhalb von 14 Tagen netto                              | 2026-02-03
        30 Tage netto, 10 Tage 2% Skonto                                  | 2026-02-19
        Zahlbar sofort rein netto                                         | 2026-01-20
        Zahlbar ohne Abzug bis 09.02.2026                                 | 2026-02-09
        Zahlbar innerhalb 30 Tagen netto bis 18.02.2026, 3% Skonto bis 30.01.2026 | 2026-02-18
        30 dagen netto                                                    | 2026-02-19
        """)
    void whatIsClearIsUnderstood(String text, LocalDate due) {
        assertEquals(
                due,
                PaymentTermText.due(text, ISSUED)
                        .map(Object::toString)
                        .map(LocalDate::parse)
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "selon conditions générales",
                "30 % d’acompte, solde à 30 jours",
                "30 jours ouvrés",
                "30 jours après livraison",
                "30 jours fin de mois le 10",
                "10 Tage 2% Skonto 30 Tage netto",
                "2/10 net 30",
                "30 jours ou 45 jours fin de mois",
                "30 jours, 60 jours",
                "Please pay by 05/06/2026",
                "zahlbar bis 31.02.2026",
                "à payer avant le 15/12/2025",
                "Skontovereinbarung: 2% bei Zahlung innerhalb 10 Tagen nach Rechnungsdatum",
                "#SKONTO#TAGE=14#PROZENT=2.25#\n",
                "paiement en 3 fois à 30 jours",
                "30 jours à compter de la commande"
            })
    void whatMayMeanAnotherDayIsNotGuessed(String text) {
        assertEquals("Optional.empty", PaymentTermText.due(text, ISSUED).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#SKONTO#TAGE=14#PROZENT=2.25#\nZahlbar innerhalb von 30 Tagen\n#VERZUG#TAGE=30#PROZENT=5.00#\n"
            })
    void theCodedLinesOfXRechnungAreNotTheTerm(String text) {
        assertEquals("Optional[2026-02-19]", PaymentTermText.due(text, ISSUED).toString());
    }
}
