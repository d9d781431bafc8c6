package org.quittance.document.pdf;

/** The few colours of a letter; each reads well when printed in grey. */
enum Ink {
    BLACK("0.1 g 0.1 G\n"),
    GREY("0.38 g 0.38 G\n"),
    RULE("0.75 g 0.75 G\n"),
    TINT("0.945 0.955 0.97 rg 0.945 0.955 0.97 RG\n"),
    ACCENT("0.114 0.208 0.341 rg 0.114 0.208 0.341 RG\n"),
    FULL_BLACK("0 g 0 G\n"),
    WHITE("1 g 1 G\n");

    private final String operators;

    Ink(String operators) {
        this.operators = operators;
    }

    /** For filling and for lines. */
    String operators() {
        return operators;
    }
}
