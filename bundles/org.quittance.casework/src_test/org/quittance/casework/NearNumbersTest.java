package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearNumbersTest {

    private static NearNumbers near(String typed, String... known) {
        NearNumbers near = new NearNumbers(typed);
        List.of(known).forEach(near::look);
        return near;
    }

    @Test
    void signsSpacesAndCaseDoNotMatter() {
        String[] known = {"F-2026-083", "F-2026-084"};
        for (String typed : List.of("f2026083", "F 2026 083", "f-2026083")) {
            assertEquals(Optional.of("F-2026-083"), near(typed, known).alike(), typed);
        }
        assertEquals(Optional.empty(), near("F2026085", known).alike());
    }

    @Test
    void twoThatOnlySignsTellApartAreBothNamedAndNoneIsTaken() {
        NearNumbers near = near("f12", "F-12", "F1-2", "F-13");
        assertEquals(Optional.empty(), near.alike());
        assertEquals(List.of("F-12", "F1-2"), near.near());
    }

    @Test
    void theSmallestSlipsComeFirstAndTheRestIsLeftOut() {
        NearNumbers near =
                near("2026038", "F-2026-038", "2026-083", "2026-030", "2026-031", "2026-032", "2026-033", "2026-999");
        assertEquals(List.of("F-2026-038", "2026-083", "2026-030", "2026-031", "2026-032"), near.near());
        assertEquals(List.of(), near("12", "F-12").near(), "too short to be a part of anything");
        assertEquals(List.of(), near("F-1", "F-77").near());
    }
}
