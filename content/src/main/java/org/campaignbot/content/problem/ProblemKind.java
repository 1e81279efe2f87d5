package org.campaignbot.content.problem;

import static org.campaignbot.content.problem.Severity.ERROR;
import static org.campaignbot.content.problem.Severity.WARNING;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.content.Problem;

/**
 * Every kind of problem that a pack can have.
 *
 * <p>Each has an example among the resources of this package, {@code examples/<code>.yaml}: the generated PROBLEMS.md shows
 * it, and a test proves that it has the problem it stands for.
 */
public enum ProblemKind {
    NO_CAMPAIGN(
            ERROR,
            "There is no folder for the campaign, or for a kit that it names.",
            "name one of the folders in campaigns/, or of those in kits/"),
    UNREADABLE_FILE(ERROR, "The file cannot be opened.", "check that it is an ordinary file and that you may read it"),
    FOREIGN_FILE(
            ERROR,
            "A link in the pack leads to a file outside the folder of its campaign.",
            "put a copy of the file in its place"),
    FILE_TOO_LARGE(
            ERROR,
            "The file has more than 1 MB, far more than anybody writes.",
            "split it, or take out what is no text"),
    NOT_UTF8(ERROR, "The file holds bytes that are not UTF-8 text.", "save it as UTF-8"),
    NOT_YAML(
            ERROR, "The file cannot be read as YAML.", "check the indentation, the colons and the quotes on this line"),
    ALIAS(
            ERROR,
            "Anchors and aliases (& and *) are not part of the format, so that every text stands where it is said.",
            "write the words out here, or put text that begins with & or * in quotes"),
    STRAY_FILE(
            WARNING, "The file lies in a folder of the pack but is not read.", "end its name in .yaml or move it away"),

    UNKNOWN_KEY(ERROR, "The format has no such key here.", "take it out"),
    DUPLICATE_KEY(ERROR, "A key stands twice, and only one of the two could count.", "keep one of them"),
    MISSING_KEY(ERROR, "A key that is needed here is missing.", "add it"),
    WRONG_TYPE(ERROR, "There is a list where a text is needed, or the like.", "see FORMAT.md"),
    BAD_VALUE(ERROR, "The key takes only certain values.", "see FORMAT.md"),
    BAD_NAME(
            ERROR,
            "Names are made of lower-case letters, digits, hyphens and underscores, and begin with a letter.",
            "rename it"),
    RESERVED_NAME(ERROR, "The name has a meaning in the format already.", "choose another name"),
    DUPLICATE_FLOW(ERROR, "Two files of the pack hold a flow of the same name.", "rename one of them"),
    NAME_CLASH(
            ERROR, "A former or retired name is the name of something that is there.", "take it out of was or retired"),
    OUT_OF_PLACE(ERROR, "The key has no effect without another one.", "add the other key or take this one out"),

    BAD_BRACE(
            ERROR,
            "A brace does not hold a value's name, or is not closed.",
            "write {name} or {name, else words}; a brace to be seen is written {{"),
    UNSUPPORTED_MARKDOWN(
            ERROR,
            "Only paragraphs, strong, emphasis, code, quotes, lists and links are understood by every surface.",
            "say it with paragraphs, lists, **strong** or *emphasis*"),
    NOT_HTTPS(ERROR, "A link does not lead to an https address.", "write the full address, from https://"),
    MISLEADING_LINK(
            ERROR,
            "A link looks as if it led to another host than it does.",
            "name the host in the label where the link leads, or write the label in words"),
    HIDDEN_LETTER(
            ERROR,
            "A character that nobody sees changes what is read: one that turns the direction of writing, or an invisible one.",
            "delete it; a joiner may stand only within an emoji, or between letters that it joins"),
    SHORT_LINK(
            WARNING,
            "A link goes through a service that hides where it leads, which may change and which counts who follows it.",
            "write the address of the page itself"),
    UNNAMED_HOST(
            WARNING,
            "A link leads to a host that no record of the pack names, so nobody has said that it is the right one.",
            "make sure that the host is right, then make it a record of the kind link"),
    PLAIN_NUMBER(
            ERROR,
            "A phone number stands in plain text, where clients make it tappable whether or not it was verified.",
            "name it from a record as {record.number}, or set it in `backticks`"),

    UNKNOWN_STEP(ERROR, "The flow has no such step.", "name one of its steps"),
    UNKNOWN_FLOW(ERROR, "The pack has no such flow.", "name one of its flows"),
    UNKNOWN_VALUE(
            ERROR, "Nothing is known under the name in braces.", "declare the fact or the record, or correct the name"),
    UNPRINTABLE_VALUE(
            ERROR,
            "The value is a record or a list, which cannot stand in a sentence.",
            "name one of its fields, as {bill.summary}"),
    UNKNOWN_FIELD(
            ERROR,
            "A fact, or the rows of a list, never have the field of this name, so a turn that says it would fail.",
            "name a field that JAVA-STEPS.md lists"),
    NO_LIST(
            ERROR,
            "Each and options walk through the rows of a list, and this is never a list of such rows.",
            "name a list that a Java step gives, or the sources of a record"),
    UNSET_VALUE(
            ERROR,
            "The value may be missing here, and a turn that says it would fail.",
            "write {name, else other words}, or say it in a form of a choice that tells it is there"),
    BAD_ARGUMENT(
            ERROR,
            "A Java step needs an argument that is missing, or has no such argument, or cannot take this one.",
            "see JAVA-STEPS.md"),
    UNKNOWN_FACT(
            ERROR,
            "No fact of this name is declared in the pack, kept by a question or given by a Java step.",
            "declare it under facts in pack.yaml"),
    UNKNOWN_JAVA_STEP(ERROR, "The bot has no Java step of this name.", "name one that it has"),
    UNKNOWN_OUTCOME(ERROR, "The Java step cannot have this outcome.", "take it out"),
    UNMAPPED_OUTCOME(ERROR, "An outcome of the Java step leads nowhere.", "say under outcomes where it leads"),
    UNKNOWN_EXPECTATION(ERROR, "The bot cannot recognize words of this kind.", "name a kind that it knows"),
    UNKNOWN_EFFECT(ERROR, "The bot has no effect of this name.", "name one that it has, or set, clear or forget"),
    MISPLACED_HERE(ERROR, "Only an outcome can lead here, to the rest of its own step.", "name a step"),

    EMPTY_STEP(ERROR, "The step neither says nor does anything.", "add words to it, or lead past it"),
    ASK_WITH_DO(
            ERROR,
            "A question may be asked again, so a step that asks must not do anything.",
            "move the do to the step before or to an answer"),
    ASK_WITH_VISIT(
            ERROR,
            "A step that asks waits, so it cannot go through another flow as well.",
            "put the visit in a step of its own"),
    ENDS_IN_NOTHING(
            ERROR, "The last step of a flow does not say where to go.", "add then: menu, resume, return or end"),
    NEVER_SAID(
            WARNING,
            "No outcome leads here, so what the step says after its Java part is never said.",
            "let one of the outcomes be here"),
    QUESTION_WITHOUT_ANSWER(
            ERROR, "A question of the menu flow has nothing to press and nothing to type.", "add answers"),

    SAVED_OWN_WORDS(
            ERROR,
            "A saved fact must never hold what the person typed.",
            "give the fact the lifetime turn or memory, or keep another one"),
    EFFECT_OWN_WORDS(ERROR, "An effect must never carry what the person typed.", "take the value out"),
    DIAL_NOT_ALLOWED(
            ERROR,
            "Only 911, 988, the Capitol switchboard and verified numbers may be made tappable.",
            "add verified_on with the day somebody called it, or write dial: no"),
    UNDATED_RECORD(ERROR, "A record does not say as of when it holds.", "add as_of with a day, as 2026-11-24"),
    UNSOURCED_RECORD(ERROR, "A record does not name its source.", "add source or sources"),
    UNATTRIBUTED_TOPIC(
            ERROR,
            "A topic does not name the paragraphs it covers, whose position it gives, or of when that is.",
            "add source, says and as_of"),
    UNATTRIBUTED_POSITION(
            ERROR,
            "Words of a position stand outside a topic, and the step does not say whose it is.",
            "name whose it is, as \"The gardeners say\", or write claim: {says: the bot} for the bot's own advice"),
    UNSOURCED_FIGURE(
            ERROR,
            "An amount, a share, a number from 1,000 or a year stands where nothing tells its source and date.",
            "say it from a record, make the step a topic, or add claim: {says: …, source: […], as_of: …}"),
    UNCOVERED_PARAGRAPH(
            ERROR,
            "The campaign's page has a paragraph that no topic covers.",
            "name it under source of a topic, or under layout in paragraphs.yaml with the reason"),
    UNKNOWN_PARAGRAPH(
            ERROR,
            "A topic or the layout names a paragraph that the page does not have, or that says nothing.",
            "correct the number, or count in paragraphs.yaml"),
    HARD_TO_READ(
            ERROR,
            "The words of a step, or a text of a record, are harder than the eighth reading grade, in Spanish than an ease of 60.",
            "write shorter sentences and shorter words"),

    GRADE_TOO_HIGH(
            ERROR,
            "A greeting, a question, a receipt or a card is harder than the sixth grade, in Spanish than an ease of 65.",
            "write shorter sentences and shorter words"),
    TOO_MANY_WORDS(
            ERROR,
            "A turn has more words than people read on a phone: 50 for the greeting, 60 for a question or a receipt, 120 for a card.",
            "say what the person needs, and put the rest behind a button; or write limits beside the text, with the reason"),
    LONG_SENTENCE(
            ERROR,
            "Sentences are longer than people read at a glance: 14 words on average, 25 at most.",
            "make two sentences of it; or write limits beside the text, with the reason"),
    OFF_SCREEN(
            ERROR,
            "A message with its buttons doesn't fit on a phone's screen of 38 columns and 30 lines, so its first words scroll away.",
            "shorten it, or lead to the rest by a button; or write limits beside the text, with the reason"),
    TOO_WIDE(
            ERROR,
            "A word is wider than the 38 columns of a phone, which breaks it anywhere.",
            "name a link by its label, or say it in other words"),
    LONG_BUTTON(
            ERROR,
            "A button has more than 20 characters, in Spanish more than 24, which nobody takes in at a glance.",
            "begin with a verb, and leave out what the question says already"),
    BANNED_PHRASE(
            ERROR,
            "A phrase stands here that people don't say, or not in this sense.",
            "say it in other words; or allow the phrase beside the text, with the reason"),
    UNUSED_EXCEPTION(
            WARNING,
            "An exception stands beside a text that doesn't need it, so it would hide the next mistake.",
            "take it out"),
    RAISES_ALARM(
            WARNING,
            "Ordinary sentences that callers type bring up the whole card of urgent help, and the call is lost.",
            "narrow the urgent phrases, or give the sentences as examples of another answer"),
    URGENT_GAP(
            ERROR,
            "A form of urgent help names no page and no number, so what helps would be missing where people need it.",
            "name the link, the address or a number in every form"),
    UNOPENED_LINK(
            ERROR,
            "A link counts as opened, and nobody says who opened it and when.",
            "add opened_by and opened_on, or write url_status: published"),
    UNPUBLISHED_LINK(
            ERROR,
            "A link counts as published, and the record doesn't say where its address was found.",
            "name the source, or write url_status: fallback"),
    WEAK_SOURCE(
            WARNING,
            "People are shown a source that copies or gathers what others report.",
            "find the report itself, and put this one under weak_sources, which people aren't shown"),

    MISSING_TRANSLATION(
            WARNING, "Words are not translated, so they are said in the base language.", "translate them in words/"),
    STALE_TRANSLATION(WARNING, "The source text has changed since it was translated.", "translate it again"),
    INCOMPLETE_LANGUAGE(
            ERROR,
            "A language that the pack lists as complete lacks words, or has stale ones.",
            "translate them, or take the language out of complete"),
    UNREVIEWED_LANGUAGE(
            WARNING,
            "The words of a language were written, and no native reader has checked them yet.",
            "let one read them, then take the language out of unreviewed"),
    STRAY_TRANSLATION(WARNING, "A translation belongs to nothing in the pack.", "rename or remove it"),
    UNLISTED_LANGUAGE(
            WARNING,
            "There are words in a language that the pack does not list, so they are never said.",
            "add the language to languages in pack.yaml"),

    MISSING_REPAIR_FLOW(
            ERROR, "A flow of repair that the engine relies on is missing.", "name the kit care, or write the flow"),
    UNREACHABLE_STEP(ERROR, "No step, answer or outcome leads to the step.", "lead to it, or take it out"),
    UNREACHABLE_FLOW(
            WARNING,
            "Nothing leads to the flow: no step, no heard words, no urgent phrase.",
            "lead to it, or give it heard words"),
    ENDLESS_CIRCLE(
            ERROR, "Steps lead back to themselves without ever asking.", "let one of them ask, or lead elsewhere"),
    POSSIBLE_CIRCLE(
            WARNING,
            "Steps can lead back to themselves without asking, unless a Java step ends it.",
            "make sure that its outcome differs the second time"),
    MENU_OUT_OF_REACH(
            ERROR,
            "From a question, the menu cannot be reached by buttons alone.",
            "add an answer that leads to the menu"),
    SAME_LABEL(
            ERROR,
            "Two answers of a question have the same label, so a typed label is ambiguous.",
            "reword one of them"),
    SAME_HEARD(ERROR, "The same words are heard for two answers or two flows.", "leave them to one of the two"),
    SAME_STEP(
            ERROR,
            "An answer leads to the step with its name, and more than one flow has such a step.",
            "rename the step in one of them"),
    UNHEARD_COMMAND(
            ERROR,
            "A command's name, typed as words, does not start its flow.",
            "add the name, with spaces for the underscores, to heard of the flow, or rename the command"),
    TEXT_TOO_LONG(
            ERROR, "A platform cuts or refuses what the bot says of itself at this length.", "say it in fewer words"),
    NAME_TOO_LONG(ERROR, "A button carries flow/step/answer in at most 64 bytes.", "shorten one of the names"),
    MANY_ANSWERS(
            ERROR,
            "There are more than six answers, which is more than a reader takes in.",
            "leave some out, or split the question in two"),
    LONG_LABEL(
            WARNING,
            "A label is longer than a phone shows in one line, and will be cut.",
            "shorten it to 40 characters"),
    UNUSED_ANSWER(
            ERROR,
            "No chat under chats/ ever gives this answer, so nothing proves that it works.",
            "add a chat that gives it"),
    REVIEW_OVERDUE(
            WARNING,
            "The day has passed on which a record was to be looked at again.",
            "check it, then move review_after and as_of"),
    VERIFICATION_OLD(WARNING, "A number was verified over 90 days ago.", "call it, then move verified_on");

    private static final Map<String, ProblemKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(ProblemKind::code, Function.identity()));

    private final Severity severity;
    private final String explanation;
    private final String fix;

    ProblemKind(Severity severity, String explanation, String fix) {
        this.severity = severity;
        this.explanation = explanation;
        this.fix = fix;
    }

    /** The name that problems and PROBLEMS.md call it by, as {@code unknown-step}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it stops. */
    public Severity severity() {
        return severity;
    }

    /** What is wrong, in a sentence, and why it matters. */
    public String explanation() {
        return explanation;
    }

    /** How it is usually fixed. */
    public String fix() {
        return fix;
    }

    /** How bad a problem is; one whose code is not of this catalog is an error. */
    public static Severity severity(Problem problem) {
        ProblemKind kind = BY_CODE.get(problem.code());
        return kind == null ? ERROR : kind.severity;
    }

    /** A file with this problem; its first line tells where in a pack it stands, as {@code # flows/call.yaml}. */
    public String example() {
        String name = "examples/" + code() + ".yaml";
        try (InputStream file = ProblemKind.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
