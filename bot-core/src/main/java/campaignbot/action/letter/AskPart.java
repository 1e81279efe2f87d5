package campaignbot.action.letter;

import campaignbot.conversation.JavaStep;
import java.util.Set;

/**
 * Tells whether a part of the letter can be asked for; named {@code letter.ask}, with the {@code part}.
 *
 * <p>It cannot where an earlier part is gone, and it need not where the writer wants the words that were read as a cry for help.
 */
public final class AskPart implements JavaStep {

    @Override
    public String name() {
        return "letter.ask";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ask", "aside", "lost");
    }

    @Override
    public Set<String> gives() {
        return Set.of();
    }

    @Override
    public Result run(Input input) {
        if (AsideWords.areWanted(input.facts())) {
            return Result.of(AsideWords.of(input.facts()) == null ? "lost" : "aside");
        }
        return Result.of(new Letter(input.facts()).holdsAllBefore(Part.named(input.with())) ? "ask" : "lost");
    }
}
