package org.campaignbot.benchmarks.crash;

import java.util.List;

/**
 * What a person types, all at once, and the words that identify each answer.
 *
 * <p>No line depends on something an earlier one left only in memory, because a crash loses that by design.
 */
record Script(List<Line> lines) {

    /** Typed before any kill, so that the script of a call is on the screen. */
    static final Script UP_TO_THE_CALL =
            new Script(List.of(new Line("call", "What's your ZIP code?"), new Line("New York", "1 of 2")));

    /** A report of the call, which is counted, and then some reading. */
    static final Script REPORT_AND_READ = new Script(List.of(
            new Line("Talked to someone", "Talked to Sen."),
            new Line("menu", "What would you like to do?"),
            new Line("learn", "What would you like to read about?"),
            new Line("who profits", "has become a way to make money"),
            new Line("family detention", "spoke out against locking up parents"),
            new Line("program cuts", "It named Medicaid, food stamps"),
            new Line("right to asylum", "Asylum is protection for people")));

    /** Some reading, for people who aren't in a call. */
    static final Script READ = new Script(
            REPORT_AND_READ.lines().subList(1, REPORT_AND_READ.lines().size()));

    /** A letter from the first question to the frame with the person's own words. */
    static final Script LETTER = new Script(List.of(
            new Line("write", "What's your ZIP code?"),
            new Line("VT", "Help me write it"),
            new Line("Help me write it", "Why does this matter to you?"),
            new Line("My grandfather came here with one bag.", "What have you seen where you live?"),
            new Line("At the food shelf the line is longer each week.", "What should that money pay for instead?"),
            new Line("our clinic and the library", "to sign the letter?"),
            new Line("Ana", "Your town?"),
            new Line("Burlington", "What are you asking for?"),
            new Line("Don't split families", "My grandfather came here with one bag.")));

    /**
     * One update.
     *
     * @param words what is typed
     * @param mark words of its answer, or of a button under it, that are in no other answer
     */
    record Line(String words, String mark) {}

    /** The marks in their order. */
    List<String> marks() {
        return lines.stream().map(Line::mark).toList();
    }

    /** The mark of the last answer. */
    String lastMark() {
        return lines.get(lines.size() - 1).mark();
    }
}
