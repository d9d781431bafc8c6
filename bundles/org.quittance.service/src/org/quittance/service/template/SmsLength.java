package org.quittance.service.template;

/**
 * How long a short message is on the air (3GPP TS 23.038 and 23.040).
 *
 * @param gsm7 whether the seven-bit alphabet carries it; otherwise every character takes two bytes
 * @param units septets, or UTF-16 units where {@code gsm7} is false
 * @param segments parts it is sent in
 */
public record SmsLength(boolean gsm7, int units, int segments) {

    /** More is not a short message any more. */
    public static final int SEGMENTS_MAX = 2;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";

    public static SmsLength of(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (BASIC.indexOf(letter) >= 0) {
                septets++;
            } else if (EXTENDED.indexOf(letter) >= 0) {
                septets += 2;
            } else {
                return new SmsLength(false, text.length(), segments(text.length(), 70, 67));
            }
        }
        return new SmsLength(true, septets, segments(septets, 160, 153));
    }

    private static int segments(int units, int alone, int joined) {
        return units <= alone ? 1 : (units + joined - 1) / joined;
    }
}
