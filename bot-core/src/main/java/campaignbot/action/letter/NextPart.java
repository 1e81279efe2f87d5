package campaignbot.action.letter;

import campaignbot.conversation.JavaStep;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which part of the letter to ask for next, by its name, or that none is missing; named {@code letter.next}. */
public final class NextPart implements JavaStep {

    private static final String NONE = "whole";

    @Override
    public String name() {
        return "letter.next";
    }

    @Override
    public Set<String> outcomes() {
        return Stream.concat(Stream.of(Part.values()).map(Part::word), Stream.of(NONE))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> gives() {
        return Set.of();
    }

    @Override
    public Result run(Input input) {
        return Result.of(
                new Letter(input.facts()).firstMissing().map(Part::word).orElse(NONE));
    }
}
