package org.campaignbot.letters;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.calls.SeatSteps;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.Repair;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Value;
import org.campaignbot.letters.Letter.Part;
import org.campaignbot.lookup.Home;

/** The steps of the letter coach: which part to ask for, what was written, and the whole letter. */
public final class LetterSteps {

    /** The answer to the question, for this turn only. */
    private static final String WORDS = "words";

    /** The part coached last. */
    private static final String COACHED = "letter_coached";

    /** The fact that's {@code yes} if the writer wants words in the letter that were read as a cry for help. */
    private static final String ASIDE_WANTED = "aside_wanted";

    private static final int HARDLY_A_REASON = 2;
    private static final String WHOLE = "whole";

    private final Supplier<Directory> directory;

    private LetterSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        LetterSteps steps = new LetterSteps(directory);
        return List.of(
                new JavaStep("letter.begin", Set.of("fresh", "begun"), Set.of(), LetterSteps::begin),
                new JavaStep("letter.ask", Set.of("ask", "aside", "lost"), Set.of(), LetterSteps::ask),
                new JavaStep(
                        "letter.keep",
                        Set.of("kept", "short", "long", "lost"),
                        Stream.concat(parts(Part::fact), Stream.of(COACHED, "letter_length", "letter_most"))
                                .collect(Collectors.toSet()),
                        LetterSteps::keep),
                new JavaStep(
                        "letter.next",
                        Stream.concat(parts(Part::word), Stream.of(WHOLE)).collect(Collectors.toSet()),
                        Set.of(),
                        LetterSteps::next),
                new JavaStep(
                        "letter.show",
                        Set.of("ready", "empty", "lost", "missing"),
                        Set.of(
                                "to",
                                "letter_body",
                                "letter_where",
                                "letter_signature",
                                "letter_signed",
                                "letter_voice",
                                "tables_as_of"),
                        steps::show));
    }

    private static Stream<String> parts(Function<Part, String> named) {
        return Stream.of(Part.values()).map(named);
    }

    /** Says whether a letter was begun and is still held. */
    private static Result begin(Input input) {
        return Result.of(new Letter(input.facts()).isBlank() ? "fresh" : "begun");
    }

    /**
     * Says whether the {@code part} of the letter can be asked for. It can't if an earlier part is gone, and it needn't if the
     * writer wants the words that were read as a cry for help.
     */
    private static Result ask(Input input) {
        if ("yes".equals(input.facts().text(ASIDE_WANTED))) {
            return Result.of(input.facts().text(Repair.ASIDE) == null ? "lost" : "aside");
        }
        Part part = Part.of(Objects.requireNonNull(input.with().get("part"), "no part is named"));
        return Result.of(new Letter(input.facts()).holdsAllBefore(part) ? "ask" : "lost");
    }

    /**
     * Takes the answer as the {@code part} of the letter, or without one as the part that was too short. It isn't judged: an
     * answer that's too long is refused with its length, and a reason of one or two words is coached once per letter.
     */
    private static Result keep(Input input) {
        Facts facts = input.facts();
        String coached = facts.text(COACHED);
        String typed = facts.text(WORDS);
        String words = typed == null ? facts.text(Repair.ASIDE) : typed;
        String named = input.with().get("part");
        String name = named == null ? coached : named;
        if (words == null || name == null) {
            return Result.of("lost");
        }
        Part part = Part.of(name);
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

    /** Names the part of the letter to ask for next, or says that none is missing. */
    private static Result next(Input input) {
        return Result.of(
                new Letter(input.facts()).firstMissing().map(Part::word).orElse(WHOLE));
    }

    /**
     * Puts the letter together for any of the writer's lawmakers, or with {@code to} for the one whose seat that fact keeps. It's
     * {@code missing} if the writer's place isn't known, or no lawmaker is chosen.
     */
    private Result show(Input input) {
        Directory tables = directory.get();
        Letter letter = new Letter(input.facts());
        String home = Home.of(input.facts(), tables);
        if (letter.firstMissing().isPresent()) {
            return Result.of("lost");
        } else if (letter.body().rows().isEmpty()) {
            return Result.of("empty");
        } else if (home == null) {
            return Result.of("missing");
        }
        String state = Home.state(home);
        String fact = input.with().get("to");
        Optional<Value.Row> to = fact == null ? Optional.empty() : SeatSteps.chosen(fact, input, tables);
        if (fact != null && to.isEmpty()) {
            return Result.of("missing");
        }
        boolean noVote = to.map(
                        row -> new Value.Text("delegate").equals(row.fields().get("status")))
                .orElse(!States.hasSenators(state));
        String where = HomeSentence.in(letter.words(Part.TOWN), state, input.language());
        Result result = Result.of("ready")
                .with("letter_body", letter.body())
                .with(
                        "letter_where",
                        new Value.Text(where, letter.words(Part.TOWN).isPresent()))
                .with("letter_voice", new Value.Text(noVote ? "speaks" : "votes"))
                .with("tables_as_of", new Value.Day(tables.asOf()));
        Optional<Value> signature = signature(letter, where);
        result = result.with("letter_signed", new Value.Text(signature.isPresent() ? "yes" : "no"));
        result = signature.isPresent() ? result.with("letter_signature", signature.get()) : result;
        return to.isPresent() ? result.with("to", to.get()) : result;
    }

    /** The name and place below the letter; nothing if the writer gave neither. */
    private static Optional<Value> signature(Letter letter, String where) {
        Optional<String> name = letter.words(Part.NAME);
        return name.isEmpty() && letter.words(Part.TOWN).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Value.Text(name.map(each -> each + "\n" + where).orElse(where), true));
    }
}
