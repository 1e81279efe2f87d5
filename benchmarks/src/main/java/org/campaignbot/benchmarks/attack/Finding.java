package org.campaignbot.benchmarks.attack;

/**
 * The result of one attempt.
 *
 * @param id the number of the weakness in the review, such as {@code S1}, or {@code withstood} for something that never was one
 * @param tried what was done, with numbers
 * @param expected what a safe bot does
 * @param measured what this one did
 * @param verdict whether that's as expected
 */
record Finding(String id, String tried, String expected, String measured, Verdict verdict) {

    enum Verdict {
        HELD("held"),
        BROKEN("**broken**"),
        NOT_TRIED("not tried");

        private final String shown;

        Verdict(String shown) {
            this.shown = shown;
        }
    }

    static final String HEAD = "| finding | tried | expected | measured | verdict |\n|---|---|---|---|---|";

    static Finding of(String id, String tried, String expected, String measured, boolean held) {
        return new Finding(id, tried, expected, measured, held ? Verdict.HELD : Verdict.BROKEN);
    }

    static Finding notTried(String id, String tried, String why) {
        return new Finding(id, tried, "", why, Verdict.NOT_TRIED);
    }

    /** A Markdown table row. */
    String row() {
        return "| " + id + " | " + cell(tried) + " | " + cell(expected) + " | " + cell(measured) + " | " + verdict.shown
                + " |";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }
}
