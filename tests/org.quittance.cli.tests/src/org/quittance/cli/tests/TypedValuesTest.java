package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.cli.tests.CommandLineSession.Result;

/** Dates and amounts as they are typed in French and in English. */
class TypedValuesTest {

    private final CommandLineSession english;
    private final CommandLineSession french;

    TypedValuesTest(@TempDir Path folder) {
        english = new CommandLineSession(folder, Locale.ENGLISH);
        french = new CommandLineSession(folder, Locale.FRANCE);
    }

    private static Result claim(CommandLineSession session, String principal, String due, String payment) {
        return session.typeExactly(
                "interest",
                "--json",
                "--regime=fr-b2b",
                "--currency=EUR",
                "--as-of=2025-06-30",
                "--principal=" + principal,
                "--due=" + due,
                "--payment=" + payment);
    }

    @Test
    void frenchFormsMeanTheSameAsIsoOnes() {
        String iso = claim(english, "1234.56", "2024-12-31", "2025-02-01=100.50")
                .mustExit(0)
                .out();
        for (String principal : new String[] {"1234.56", "1234,56", "1 234,56", "1\u00a0234,56", "1\u202f234,56"}) {
            for (String due : new String[] {"2024-12-31", "31/12/2024"}) {
                assertEquals(
                        iso,
                        claim(french, principal, due, "1/2/2025=100,50")
                                .mustExit(0)
                                .out());
            }
        }
    }

    @Test
    void whatIsAmbiguousOrDoesNotExistIsRefusedAndTheFormsAreNamed() {
        for (String date : new String[] {"31/02/2025", "31/12/24", "12/31/2024", "31.12.2024"}) {
            String err =
                    claim(french, "1234.56", date, "2025-02-01=1").mustExit(2).err();
            assertTrue(err.contains("2026-11-21") && err.contains("21/11/2026"), err);
        }
        for (String amount : new String[] {"1.234,56", "12 34,56", "1 2345", "1,234.56"}) {
            String err = claim(french, amount, "2024-12-31", "2025-02-01=1")
                    .mustExit(2)
                    .err();
            assertTrue(err.contains("1234.56") && err.contains("1\u00a0234,56"), err);
        }
    }

    @Test
    void inEnglishOnlyTheIsoFormIsUnderstood() {
        claim(english, "1234.56", "05/12/2024", "2025-02-01=1").mustExit(2);
        claim(english, "1234,56", "2024-12-05", "2025-02-01=1").mustExit(2);
    }
}
