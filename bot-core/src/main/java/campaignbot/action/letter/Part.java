package campaignbot.action.letter;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A part of a letter, in the order in which the coach asks. */
enum Part {
    /** Why it matters to the writer. */
    WHY(Part.A_FORM_READS),
    /** What they saw, fear or hope for where they live. */
    PLACE(Part.A_FORM_READS),
    /** What should be paid for instead. */
    INSTEAD(Part.A_FORM_READS),
    /** The name below the letter. */
    NAME(Part.A_LINE),
    /** The town below the letter. */
    TOWN(Part.A_LINE),
    /** The ask: {@code vote}, {@code ice} or {@code families}, or the writer's own sentence. */
    ASK(Part.A_FEW_SENTENCES);

    /** Characters of a long part: three of them fit into 10,000, which contact forms often take. */
    private static final int A_FORM_READS = 1_500;

    private static final int A_FEW_SENTENCES = 500;
    private static final int A_LINE = 100;

    /** What a part that the writer leaves out holds; a part that was not asked for yet, or is gone, holds nothing. */
    static final String LEFT_OUT = "-";

    private final int most;

    Part(int most) {
        this.most = most;
    }

    /** The most characters it may have. */
    int most() {
        return most;
    }

    /** The part that a pack names, as {@code why}. */
    static Part named(Map<String, String> with) {
        return valueOf(
                Objects.requireNonNull(with.get("part"), "no part is named").toUpperCase(Locale.ROOT));
    }

    /** The name that packs know it by. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fact that holds it in memory. */
    String fact() {
        return "letter_" + word();
    }

    /** Whether it is a reason, which one word alone hardly gives. */
    boolean isReason() {
        return this == WHY || this == PLACE;
    }
}
