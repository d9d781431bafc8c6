package org.quittance.document.pdf;

import static org.quittance.document.pdf.PageCanvas.mm;

import java.util.Set;

/**
 * Where the envelope of the sender's country has its window, for A4 folded in three. The right window is that of French DL
 * envelopes (NF Z 11-001), visible from 55 to 79 mm below the edge whatever the play of the sheet; the left one lies where
 * the windows of DIN 680 and of British DL envelopes overlap and holds a line with the sender above the address.
 *
 * @param foldsMm where the sheet is folded, from the top
 */
record AddressWindow(boolean right, float left, float top, float width, float height, float[] foldsMm) {

    private static final Set<String> RIGHT = Set.of("FR", "BE", "LU", "MC", "IT", "ES", "PT", "GR");
    private static final AddressWindow ON_THE_RIGHT =
            new AddressWindow(true, mm(107), mm(54), mm(82), mm(25.5f), new float[] {99, 198});
    private static final AddressWindow ON_THE_LEFT =
            new AddressWindow(false, mm(25), mm(59.5f), mm(75), mm(22), new float[] {105, 210});

    /** Margins of the page and of everything that is not in the window. */
    static final float MARGIN = mm(20);

    static AddressWindow of(String senderCountry) {
        return RIGHT.contains(senderCountry) ? ON_THE_RIGHT : ON_THE_LEFT;
    }

    /** Where the references stand, on the side without window. */
    float referencesLeft() {
        return right ? MARGIN : mm(118);
    }

    float referencesWidth() {
        return right ? mm(80) : mm(72);
    }
}
