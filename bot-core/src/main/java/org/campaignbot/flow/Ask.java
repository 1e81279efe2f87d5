package org.campaignbot.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question of a step, at which the conversation waits.
 *
 * @param question what is asked
 * @param answers the answers that its author wrote, in order
 * @param options answers made from a list, or null
 * @param expect what may be typed, or null
 * @param form fields that a surface may show, or null
 * @param location whether a position may be shared instead of typing
 */
public record Ask(
        Wording question,
        List<Answer> answers,
        @Nullable Options options,
        @Nullable Expect expect,
        @Nullable FormWording form,
        boolean location) {

    public Ask {
        answers = List.copyOf(answers);
    }

    /** One answer for each row of a list: its {@code label} is shown, its {@code value} is kept in a fact. */
    public record Options(String list, String keep, Target then) {}

    /** Words of a kind that an {@code Expectation} recognizes, kept in a fact as typed. */
    public record Expect(
            String kind, String keep, Target then, @Nullable Target otherwise) {}
}
