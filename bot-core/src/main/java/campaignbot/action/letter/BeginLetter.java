package campaignbot.action.letter;

import campaignbot.conversation.JavaStep;
import java.util.Set;

/** Tells whether a letter is begun and still held; named {@code letter.begin}. */
public final class BeginLetter implements JavaStep {

    @Override
    public String name() {
        return "letter.begin";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("fresh", "begun");
    }

    @Override
    public Set<String> gives() {
        return Set.of();
    }

    @Override
    public Result run(Input input) {
        return Result.of(new Letter(input.facts()).isBlank() ? "fresh" : "begun");
    }
}
