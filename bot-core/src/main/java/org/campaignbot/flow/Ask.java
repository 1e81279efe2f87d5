package org.campaignbot.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question of a step, at which the conversation usually waits.
 *
 * @param question what is asked
 * @param answers the answers that its author wrote, in order
 * @param options answers made from a list, or null
 * @param expect what may be typed, or null
 * @param form fields that a surface may show, or null
 * @param location whether a position may be shared instead of typing
 * @param manner how its buttons work
 */
public record Ask(
        Wording question,
        List<Answer> answers,
        @Nullable Options options,
        @Nullable Expect expect,
        @Nullable FormWording form,
        boolean location,
        Manner manner) {

    public Ask {
        answers = List.copyOf(answers);
    }

    /** A question with the usual buttons. */
    public Ask(
            Wording question,
            List<Answer> answers,
            @Nullable Options options,
            @Nullable Expect expect,
            @Nullable FormWording form,
            boolean location) {
        this(question, answers, options, expect, form, location, Manner.USUAL);
    }

    /**
     * How the buttons of a question work.
     *
     * @param carries the fact whose value each button carries, such as the seat that a call card is about, or null. A press then
     *     means that value, however old the button is
     * @param menu whether the button to the menu is added
     * @param waits whether the conversation waits for an answer; if not, the flow goes on, and the buttons may be pressed later
     */
    public record Manner(@Nullable String carries, boolean menu, boolean waits) {
        /** Buttons that belong to the waiting question, with one to the menu. */
        public static final Manner USUAL = new Manner(null, true, true);
    }

    /** One answer for each row of a list: its {@code label} is shown, its {@code value} is kept in a fact. */
    public record Options(String list, String keep, Target then) {}

    /** Words of a kind that an {@code Expectation} recognizes, kept in a fact as typed. */
    public record Expect(
            String kind, String keep, Target then, @Nullable Target otherwise) {}
}
