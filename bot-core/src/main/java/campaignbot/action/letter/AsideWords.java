package campaignbot.action.letter;

import campaignbot.conversation.JavaStep;
import campaignbot.conversation.Repair;
import org.jspecify.annotations.Nullable;

/** Words that were read as a cry for help while the letter was written, and that the writer may want in it all the same. */
final class AsideWords {

    /** The fact that says {@code yes} where the writer wants them. */
    static final String WANTED = "aside_wanted";

    private AsideWords() {}

    static boolean areWanted(JavaStep.Facts facts) {
        return "yes".equals(facts.text(WANTED));
    }

    /** The words, or null where they are not held any more. */
    static @Nullable String of(JavaStep.Facts facts) {
        return facts.text(Repair.ASIDE);
    }
}
