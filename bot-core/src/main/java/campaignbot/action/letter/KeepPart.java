package campaignbot.action.letter;

import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes what was written as a part of the letter; named {@code letter.keep}, with the {@code part}, or without one for the part
 * that was too short.
 *
 * <p>Nothing is judged: too long is refused with its length, and a reason of one or two words is coached once in a letter.
 */
public final class KeepPart implements JavaStep {

    /** What the question kept, for the turn alone. */
    static final String WORDS = "words";

    /** The part that was coached last. */
    static final String COACHED = "letter_coached";

    private static final int HARDLY_A_REASON = 2;

    @Override
    public String name() {
        return "letter.keep";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("kept", "short", "long", "lost");
    }

    @Override
    public Set<String> gives() {
        return Stream.concat(
                        Stream.of(Part.values()).map(Part::fact), Stream.of(COACHED, "letter_length", "letter_most"))
                .collect(Collectors.toSet());
    }

    @Override
    public Result run(Input input) {
        Facts facts = input.facts();
        String coached = facts.text(COACHED);
        String typed = facts.text(WORDS);
        String words = typed == null ? AsideWords.of(facts) : typed;
        if (words == null || (!input.with().containsKey("part") && coached == null)) {
            return Result.of("lost");
        }
        Part part = input.with().containsKey("part")
                ? Part.named(input.with())
                : Part.valueOf(Objects.requireNonNull(coached).toUpperCase(Locale.ROOT));
        if (words.length() > part.most()) {
            return Result.of("long")
                    .with("letter_length", new Value.Count(words.length()))
                    .with("letter_most", new Value.Count(part.most()));
        }
        Value kept = new Value.Text(part == Part.ASK ? Letter.withFullStop(words) : words, true);
        if (!new Letter(facts).holdsAllBefore(part)) {
            return Result.of("lost").with(part.fact(), kept);
        }
        boolean isShort = part.isReason() && coached == null && Letter.wordCount(words) <= HARDLY_A_REASON;
        return isShort
                ? Result.of("short").with(part.fact(), kept).with(COACHED, new Value.Text(part.word()))
                : Result.of("kept").with(part.fact(), kept);
    }
}
