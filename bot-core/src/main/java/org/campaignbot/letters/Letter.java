package org.campaignbot.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.States;
import org.campaignbot.flow.TypedSentences;
import org.campaignbot.flow.Value;

/** The letter of a conversation, as far as it's written and still held. */
record Letter(JavaStep.Facts facts) {

    private static final Pattern NAME_WORD = Pattern.compile("(?<![\\p{L}'\u2019])\\p{L}+");

    /** Words of names that stay small. */
    private static final Set<String> SMALL_IN_NAMES =
            Set.of("de", "del", "la", "las", "los", "y", "e", "da", "dos", "van", "von", "of", "the", "and");

    /** An answer this short needs a few more words around it: "schools" is no sentence. */
    private static final int A_FEW_WORDS = 5;

    private static final Pattern APOLOGY = Pattern.compile(
            "^\\s*(?:oh[, ]+)?(?:(?:i(?:['’]m| am) |so )*sorry|perd[oó]n\\p{L}*|disculp\\p{L}*)[^.!?]{0,40}?"
                    + "\\b(?:typ|spell|tecle|escrib|ortograf)\\p{L}*[^.!?]{0,40}[.!?]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** What people say before they begin, and after: "hmm,", "pues lo q te dije,", "jaja". */
    private static final Pattern FILLERS = Pattern.compile(
            "^(?:(?:h+m+|u+m+|uh+|erm|ok(?:ay)?|pues)(?:[,.…-]+\\s*|\\s+)|(?:bueno|well),\\s*)+(?:(?:like i (?:just )?said|as i said|(?:es )?lo q(?:ue)? (?:te|le) dije)[,:]\\s*)?(?=\\S+\\s+\\S)"
                    + "|(?<=\\S)\\s+(?:lol|lmao|(?:ja){2,}j?|(?:ha){2,}h?)(?=[.! ]*$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The addressee, typed in front of the text: "to welch. last spring two kids …". */
    private static final Pattern TO_WHOM = Pattern.compile(
            "^(?:to|for|para|al)\\s+(?!me\\b|us\\b|m[ií]\\b)(?:sen\\p{L}*\\.?\\s+)?\\p{L}{3,}[.:]\\s+(?=\\S+\\s+\\S)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Whether nothing of the letter is held. */
    boolean isBlank() {
        return Stream.of(Part.values()).noneMatch(this::holds);
    }

    /** Whether a part was written or left out, and is still held. */
    boolean holds(Part part) {
        return facts.value(part.fact()) != null;
    }

    /** Whether all parts before this one are held. */
    boolean holdsAllBefore(Part part) {
        return Stream.of(Part.values()).takeWhile(each -> each != part).allMatch(this::holds);
    }

    /** The first part that isn't held. */
    Optional<Part> firstMissing() {
        return Stream.of(Part.values()).filter(part -> !holds(part)).findFirst();
    }

    /** The words of a part; empty if it was left out or isn't held. */
    Optional<String> words(Part part) {
        return Optional.ofNullable(facts.text(part.fact())).filter(words -> !words.equals(Part.LEFT_OUT));
    }

    /**
     * The written parts of the body as rows of {@code form} and {@code words}: the form is the part's name if the words are so
     * few that a pack puts some before them, else {@code own}.
     */
    Value.Rows body() {
        List<Value.Row> rows = new ArrayList<>();
        for (Part part : List.of(Part.WHY, Part.PLACE, Part.INSTEAD)) {
            words(part).ifPresent(words -> rows.add(row(part, words)));
        }
        return new Value.Rows(rows);
    }

    private static Value.Row row(Part part, String words) {
        // "our clinic and the library" is no sentence either, and people write like this what to pay for.
        boolean isList = part == Part.INSTEAD && Character.isLowerCase(words.codePointAt(0));
        boolean few = isList || wordCount(words) < A_FEW_WORDS;
        return new Value.Row(Map.of(
                "form", new Value.Text(few ? part.word() : "own"),
                "words", new Value.Text(few ? withoutFullStop(words) : sentence(words), true)));
    }

    /** Words as a sentence stands in a letter, which is often typed without its capital and its period. */
    static String sentence(String words) {
        int first = words.codePointAt(0);
        return Character.toString(Character.toUpperCase(first))
                + withFullStop(words).substring(Character.charCount(first));
    }

    /** A name or a town with its capitals, if it was typed without any: "ana de la cruz" is "Ana de la Cruz". */
    static String capitalized(String name) {
        return name.chars().anyMatch(Character::isUpperCase)
                ? name
                : NAME_WORD
                        .matcher(name)
                        .replaceAll(word -> SMALL_IN_NAMES.contains(word.group())
                                ? word.group()
                                : word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                                        + word.group().substring(1));
    }

    /** The same for a town, with the code of its state: "reno nv" is "Reno NV". */
    static String capitalizedTown(String town) {
        String capitalized = capitalized(town);
        int last = capitalized.lastIndexOf(' ') + 1;
        String code = capitalized.substring(last).toUpperCase(Locale.ROOT);
        return last > 0 && States.codes().contains(code) ? capitalized.substring(0, last) + code : capitalized;
    }

    /** Adds a period to words that end in a letter or digit, so that they read as a sentence. */
    static String withFullStop(String words) {
        return Character.isLetterOrDigit(words.codePointBefore(words.length())) ? words + "." : words;
    }

    /** Leaves out a first sentence that asks the bot to excuse how somebody types: "sorry, I'm slow at typing." */
    static String withoutApology(String words) {
        String rest = APOLOGY.matcher(words).replaceFirst("").strip();
        return rest.isEmpty() ? words : rest;
    }

    /** Drops fillers, and an addressee typed in front. */
    static String withoutFillers(String words) {
        return TO_WHOM.matcher(FILLERS.matcher(words).replaceAll("").strip()).replaceFirst("");
    }

    /** The name that one of several sentences tells and nothing else: "I teach here. My name is Ana." Empty if none does. */
    static Optional<String> nameIn(String words) {
        List<String> sentences = TypedSentences.in(words);
        return sentences.size() < 2
                ? Optional.empty()
                : sentences.stream()
                        .flatMap(each -> SignedName.only(each).stream())
                        .findFirst();
    }

    /** The other sentences. */
    static String withoutName(String words) {
        return TypedSentences.in(words).stream()
                .filter(each -> SignedName.only(each).isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String withoutFullStop(String words) {
        String bare = words.replaceAll("[.,;:]+$", "");
        return bare.isEmpty() ? words : bare;
    }

    /** The number of words in a text, separated by blanks. */
    static int wordCount(String words) {
        return words.strip().split("\\s+").length;
    }

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

        /** Characters of a long part: three of them fit into 10,000, a common limit of contact forms. */
        private static final int A_FORM_READS = 1_500;

        private static final int A_FEW_SENTENCES = 500;
        private static final int A_LINE = 100;

        /** The value of a part that the writer left out; a part not asked for yet, or gone, has no value. */
        static final String LEFT_OUT = "-";

        private final int most;

        Part(int most) {
            this.most = most;
        }

        /** The most characters it may have. */
        int most() {
            return most;
        }

        /** The part that a pack names, such as {@code why}. */
        static Part of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** The name that packs use for it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The fact that holds it in memory. */
        String fact() {
            return "letter_" + word();
        }

        /** Whether it's a paragraph of the letter. */
        boolean isBody() {
            return this == WHY || this == PLACE || this == INSTEAD;
        }

        /** Whether it's a reason, which rarely fits into one word. */
        boolean isReason() {
            return this == WHY || this == PLACE;
        }
    }
}
