package org.campaignbot.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.calls.SeatSteps;
import org.campaignbot.conversation.Expectation;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.RepairFacts;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Value;
import org.campaignbot.letters.Letter.Part;
import org.campaignbot.lookup.Home;
import org.campaignbot.lookup.SeatRows;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** The steps of the letter coach: which part to ask for, what was written, and the whole letter. */
public final class LetterSteps {

    /** The answer to the question, for this turn only. */
    private static final String WORDS = "words";

    /** The part coached last. */
    private static final String COACHED = "letter_coached";

    /** The fact that's {@code yes} if the writer wants words in the letter that were read as a cry for help. */
    private static final String ASIDE_WANTED = "aside_wanted";

    /** The facts with the parts of a letter. */
    private static final Set<String> HELD = parts(Part::fact).collect(Collectors.toSet());

    private static final int HARDLY_A_REASON = 2;
    private static final String WHOLE = "whole";

    /** A name or a town, whichever the words tell. */
    private static final String SIGNATURE = "signature";

    /** The default ask. */
    private static final String VOTE = "vote";

    /** The fact that keeps the seat the letter goes to. */
    private static final String WRITING = "writing";

    /** What tells of a call and addresses no letter: "left a message for Grassley". */
    private static final Pattern OF_A_CALL =
            Pattern.compile("\\b(?:call\\w*|voice ?mail|message|talked|spoke|llam\\w*|recado|mensaje|habl\\w*)\\b");

    private final Supplier<Directory> directory;

    private LetterSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        LetterSteps steps = new LetterSteps(directory);
        return List.of(
                new JavaStep(
                        "letter.begin",
                        "Says whether a letter was begun and is still held.",
                        with(HELD, "home", Facts.TYPED),
                        Set.of("fresh", "begun"),
                        StepValue.of("writing?"),
                        input -> steps.addressed(LetterSteps.begin(input), input)),
                new JavaStep(
                                "letter.ask",
                                "Says whether a part of the letter can be asked for now.",
                                Set.of(
                                        "aside_wanted",
                                        "letter_instead",
                                        "letter_name",
                                        "letter_place",
                                        "letter_town",
                                        "letter_why",
                                        "set_aside"),
                                Set.of("ask", "aside", "lost"),
                                List.of(),
                                LetterSteps::ask)
                        .with("part=ask|instead|name|place|town|why"),
                new JavaStep(
                                "letter.keep",
                                "Keeps an answer as a part of the letter, unless it is too long or hardly a reason.",
                                Set.of(
                                        "letter_coached",
                                        "letter_instead",
                                        "letter_name",
                                        "letter_place",
                                        "letter_town",
                                        "letter_why",
                                        "set_aside",
                                        "words",
                                        "home",
                                        Facts.TYPED),
                                Set.of("kept", "short", "long", "lost"),
                                StepValue.of(
                                        "letter_why letter_place letter_instead letter_ask letter_name letter_town",
                                        "letter_coached letter_length:count letter_most:count writing?"),
                                input -> steps.addressed(LetterSteps.keep(input), input))
                        .with("part?=ask|instead|name|place|signature|town|why"),
                new JavaStep(
                        "letter.edit",
                        "Takes words out of the letter, puts others in their place or adds some, as its writer says.",
                        Set.of("letter_instead", "letter_place", "letter_town", "letter_why", Facts.TYPED),
                        Set.of("cut", "changed", "unclear", "empty"),
                        StepValue.of("letter_why letter_place letter_instead letter_name letter_town", "letter_cut"),
                        steps::edit),
                new JavaStep(
                        "letter.finish",
                        "Leaves out what hasn't been asked for yet, and asks for a no vote.",
                        Set.of("letter_ask", "letter_instead", "letter_name", "letter_place", "letter_town"),
                        Set.of("done"),
                        StepValue.of("letter_place letter_instead letter_ask letter_name letter_town"),
                        LetterSteps::finish),
                new JavaStep(
                        "letter.next",
                        "Names the part of the letter to ask for next.",
                        HELD,
                        Stream.concat(parts(Part::word), Stream.of(WHOLE)).collect(Collectors.toSet()),
                        List.of(),
                        LetterSteps::next),
                new JavaStep(
                                "letter.show",
                                "Puts the letter together.",
                                Set.of(
                                        "home",
                                        "letter_ask",
                                        "letter_instead",
                                        "letter_name",
                                        "letter_place",
                                        "letter_town",
                                        "letter_why",
                                        WRITING),
                                Set.of("ready", "empty", "lost", "missing"),
                                StepValue.of(
                                        "to{" + SeatRows.HELD + "} letter_body[form words]",
                                        "letter_where letter_signature letter_signed=no|yes letter_addressed=no|yes letter_voice=speaks|votes tables_as_of:day"),
                                steps::show)
                        .with("to?:fact"));
    }

    /**
     * The kinds of words that the coach reads itself: a part of the letter, a name or a town that was asked for, and one that is told
     * where something else was, as in "my name is Ana".
     */
    public static List<Expectation> expectations(Supplier<Directory> directory) {
        return List.of(
                new Expectation.AnyWords("own-text", true),
                new Signed("name", (text, now) -> SignedName.in(text).isPresent()),
                new Signed("town", (text, now) -> SignedTown.in(text).isPresent()),
                new Signed(
                        "own-signature",
                        (text, now) -> told(text) != null || namesLawmaker(directory.get(), text, now)));
    }

    /** Whether words name somebody whom a letter may go to. */
    private static boolean namesLawmaker(Directory tables, String text, Instant now) {
        LocalDate today = EasternTime.dateAt(now);
        return !OF_A_CALL.matcher(Fold.fold(text)).find()
                && (tables.find(text, today) instanceof Lookup.Found
                        || tables.isOfAnotherStatesSenator(text, "", today));
    }

    private record Signed(String name, BiPredicate<String, Instant> isOne) implements Expectation {
        @Override
        public boolean recognizes(String text, Instant now) {
            return isOne.test(text, now);
        }

        @Override
        public boolean readsSentences() {
            return true;
        }
    }

    /** The part of the signature that words tell without being asked for it; null if none. */
    private static @Nullable Part told(String text) {
        return SignedName.told(text).isPresent()
                ? Part.NAME
                : SignedTown.told(text).isPresent() ? Part.TOWN : null;
    }

    private static Stream<String> parts(Function<Part, String> named) {
        return Stream.of(Part.values()).map(named);
    }

    /** A result with the seat that the words of this turn address the letter to, if they do: "only to Grassley". */
    private Result addressed(Result result, Input input) {
        String typed = input.facts().text(Facts.TYPED);
        return typed == null
                ? result
                : Addressee.in(typed, SeatSteps.holders(input, directory.get()))
                        .map(seat -> result.with(WRITING, new Value.Text(seat)))
                        .orElse(result);
    }

    private static Set<String> with(Set<String> facts, String... more) {
        return Stream.concat(facts.stream(), Stream.of(more)).collect(Collectors.toSet());
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
            return Result.of(input.facts().text(RepairFacts.ASIDE) == null ? "lost" : "aside");
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
        String words = typed == null ? facts.text(RepairFacts.ASIDE) : typed;
        String named = input.with().get("part");
        String name = named == null ? coached : named;
        if (words == null || name == null) {
            return Result.of("lost");
        }
        if (name.equals(SIGNATURE) && told(words) == null) {
            // It only says whom the letter goes to.
            return Result.of("kept");
        }
        Part part = name.equals(SIGNATURE) ? Objects.requireNonNull(told(words)) : Part.of(name);
        if (words.length() > part.most()) {
            return Result.of("long")
                    .with("letter_length", new Value.Count(words.length()))
                    .with("letter_most", new Value.Count(part.most()));
        }
        Optional<String> signed =
                part.isBody() && !new Letter(facts).holds(Part.NAME) ? Letter.nameIn(words) : Optional.empty();
        String own = switch (part) {
            case NAME -> Letter.capitalized(SignedName.in(words).orElse(words));
            case TOWN -> Letter.capitalizedTown(SignedTown.in(words).orElse(words));
            case WHY, PLACE ->
                Letter.withoutApology(Letter.withoutFillers(signed.isPresent() ? Letter.withoutName(words) : words));
            case INSTEAD -> Letter.withoutFillers(signed.isPresent() ? Letter.withoutName(words) : words);
            case ASK -> words;
        };
        Value kept = new Value.Text(part == Part.ASK ? Letter.withFullStop(own) : own, true);
        if (!new Letter(facts).holdsAllBefore(part)) {
            return Result.of("lost").with(part.fact(), kept);
        }
        boolean isShort = part.isReason() && coached == null && Letter.wordCount(own) <= HARDLY_A_REASON;
        Result result = isShort
                ? Result.of("short").with(part.fact(), kept).with(COACHED, new Value.Text(part.word()))
                : Result.of("kept").with(part.fact(), kept);
        Optional<String> town = part == Part.NAME ? SignedName.townBehind(words) : Optional.empty();
        if (town.isPresent()) {
            return result.with(Part.TOWN.fact(), new Value.Text(Letter.capitalizedTown(town.get()), true));
        }
        return signed.map(each -> result.with(Part.NAME.fact(), new Value.Text(Letter.capitalized(each), true)))
                .orElse(result);
    }

    /**
     * Changes the words of the one part that has them. A new sentence goes into what the writer saw, or else into the first part. It's
     * {@code unclear} if no part has the words, or more than one does, and {@code empty} if nothing is written.
     */
    private Result edit(Input input) {
        Letter letter = new Letter(input.facts());
        String typed = input.facts().textOrEmpty(Facts.TYPED);
        List<Part> written = Stream.of(Part.WHY, Part.PLACE, Part.INSTEAD)
                .filter(part -> letter.words(part).isPresent())
                .toList();
        if (written.isEmpty()) {
            return Result.of("empty");
        }
        Map<Part, LetterEdit> edits = new EnumMap<>(Part.class);
        written.forEach(part ->
                LetterEdit.of(letter.words(part).orElseThrow(), typed).ifPresent(edit -> edits.put(part, edit)));
        Optional<String> added = LetterEdit.added(typed);
        Map<Part, String> signature = new EnumMap<>(Part.class);
        LetterEdit.ofThe("name|nombre", typed).ifPresent(name -> signature.put(Part.NAME, name));
        LetterEdit.ofThe("town|city|ciudad|pueblo", typed).ifPresent(town -> signature.put(Part.TOWN, town));
        Directory tables = directory.get();
        LocalDate today = EasternTime.dateAt(input.now());
        Predicate<String> isPlace = town -> !(tables.find(town, today) instanceof Lookup.Unknown);
        Optional<String> home = added.flatMap(LetterEdit::townIn).filter(isPlace);
        if (letter.words(Part.TOWN).isPresent()) {
            LetterEdit.shouldSay(typed).filter(isPlace).ifPresent(town -> signature.put(Part.TOWN, town));
        }
        home.ifPresent(town -> signature.put(Part.TOWN, town));
        // The same words in two parts: which ones are meant?
        List<String> named =
                edits.values().stream().flatMap(edit -> edit.named().stream()).toList();
        boolean isNothing = edits.isEmpty() && added.isEmpty() && signature.isEmpty();
        if (isNothing || Set.copyOf(named).size() < named.size()) {
            return Result.of("unclear");
        }
        added.filter(sentence -> home.isEmpty()).ifPresent(sentence -> {
            Part last = written.contains(Part.PLACE) ? Part.PLACE : written.get(0);
            LetterEdit before =
                    edits.getOrDefault(last, new LetterEdit(letter.words(last).orElseThrow(), ""));
            String words = before.words().isBlank() ? sentence : Letter.withFullStop(before.words()) + " " + sentence;
            edits.put(last, new LetterEdit(words, before.out()));
        });
        String out = edits.values().stream()
                .map(LetterEdit::out)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" \u2026 "));
        Result result =
                out.isEmpty() ? Result.of("changed") : Result.of("cut").with("letter_cut", new Value.Text(out, true));
        for (Map.Entry<Part, LetterEdit> edit : edits.entrySet()) {
            String words = edit.getValue().words();
            result = result.with(edit.getKey().fact(), new Value.Text(words.isBlank() ? Part.LEFT_OUT : words, true));
        }
        for (Map.Entry<Part, String> each : signature.entrySet()) {
            String words = each.getValue().isEmpty()
                    ? Part.LEFT_OUT
                    : each.getKey() == Part.TOWN
                            ? Letter.capitalizedTown(each.getValue())
                            : Letter.capitalized(each.getValue());
            result = result.with(each.getKey().fact(), new Value.Text(words, true));
        }
        return result;
    }

    /** Leaves out all parts after the first that are missing, for somebody who wants to see the letter now. */
    private static Result finish(Input input) {
        Letter letter = new Letter(input.facts());
        Result result = Result.of("done");
        for (Part part : Part.values()) {
            if (part != Part.WHY && !letter.holds(part)) {
                result = result.with(part.fact(), new Value.Text(part == Part.ASK ? VOTE : Part.LEFT_OUT));
            }
        }
        return result;
    }

    /** Names the part of the letter to ask for next, or says that none is missing. */
    private static Result next(Input input) {
        return Result.of(
                new Letter(input.facts()).firstMissing().map(Part::word).orElse(WHOLE));
    }

    /**
     * Puts the letter together for any of the writer's lawmakers, or with {@code to} for the one whose seat that fact keeps. It's
     * {@code missing} if the writer's place isn't known, or no lawmaker is chosen. Without {@code to} it's addressed to the lawmaker
     * whom the writer named, if they did.
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
        Optional<Value.Row> to = SeatSteps.chosen(Objects.requireNonNullElse(fact, WRITING), input, tables);
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
                .with("letter_addressed", Value.Text.yesNo(to.isPresent()))
                .with("letter_voice", new Value.Text(noVote ? "speaks" : "votes"))
                .with("tables_as_of", new Value.Day(tables.asOf()));
        Optional<Value> signature = signature(letter, where);
        result = result.with("letter_signed", Value.Text.yesNo(signature.isPresent()));
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

    /** Says in a sentence where someone lives: "I live in Dayton, Ohio", "Vivo en Dayton, Ohio". */
    static final class HomeSentence {

        /** Names of the places without senators as they appear in a sentence. */
        private static final Map<String, String> NAMES = Map.of(
                "DC", "Washington, D.C.",
                "VI", "the U.S. Virgin Islands",
                "MP", "the Northern Mariana Islands");

        private static final Map<String, String> SPANISH_NAMES = Map.of(
                "DC", "Washington, D.C.",
                "VI", "las Islas Vírgenes de Estados Unidos",
                "MP", "las Islas Marianas del Norte",
                "AS", "Samoa Americana");

        private HomeSentence() {}

        /** A state or territory; states keep their English names, as in the tables. */
        static String in(String state, Language language) {
            Map<String, String> names = language.equals(Language.SPANISH) ? SPANISH_NAMES : NAMES;
            return names.getOrDefault(state, States.nameOrCode(state));
        }

        /** A town in a state; the state isn't repeated if the writer named it already. */
        static String in(Optional<String> town, String state, Language language) {
            if (town.isEmpty()) {
                return in(state, language);
            }
            String folded = Fold.fold(town.get());
            String name = Fold.fold(States.nameOrCode(state));
            boolean isNamed = folded.endsWith(name)
                    || town.get().matches(".*[, ]" + state + "\\.?")
                    || endsWithNameOf(state, town.get())
                    || (state.equals("DC") && folded.matches(".*\\bd ?c"));
            if (state.equals("DC") && folded.equals("washington")) {
                return in(state, language);
            }
            return isNamed ? town.get() : town.get() + ", " + in(state, language);
        }

        /** Whether the text after the last comma names the state, as in "Buffalo, Nueva York". */
        private static boolean endsWithNameOf(String state, String town) {
            int comma = town.lastIndexOf(',');
            return comma >= 0 && States.called(town.substring(comma + 1)).equals(Optional.of(state));
        }
    }
}
