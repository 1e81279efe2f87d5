package org.campaignbot.content.format;

import static org.campaignbot.content.format.NodeKind.Form.Simple.ADDRESS;
import static org.campaignbot.content.format.NodeKind.Form.Simple.DAY;
import static org.campaignbot.content.format.NodeKind.Form.Simple.DEEDS;
import static org.campaignbot.content.format.NodeKind.Form.Simple.LANGUAGES;
import static org.campaignbot.content.format.NodeKind.Form.Simple.LINE;
import static org.campaignbot.content.format.NodeKind.Form.Simple.NUMBER;
import static org.campaignbot.content.format.NodeKind.Form.Simple.PHONE;
import static org.campaignbot.content.format.NodeKind.Form.Simple.TEXT;
import static org.campaignbot.content.format.NodeKind.Form.Simple.TEXTS;
import static org.campaignbot.content.format.NodeKind.Form.Simple.TIME_SPAN;
import static org.campaignbot.content.format.NodeKind.Form.Simple.WORDS;
import static org.campaignbot.content.format.NodeKind.Form.Simple.YES_NO;
import static org.campaignbot.content.format.NodeKind.Key.key;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.content.format.NodeKind.Form;
import org.campaignbot.content.readability.TextKind;
import org.campaignbot.flow.Action;
import org.campaignbot.settings.Catalog;

/** Every key of every file that authors write: the one list that readers, schemas and pages use. */
public final class Format {

    /** How much of a button a phone shows in one line. */
    public static final int LONGEST_BUTTON = 40;

    /** The names of commands: what the strictest app, Telegram, takes. */
    public static final String COMMAND_NAME = "[a-z0-9_]{1,32}";

    /** Characters on the button at the end of a form; Slack's limit. */
    private static final int LONGEST_END = 24;

    private static final int LONGEST_LINE = 300;

    private static final String NAME = "[a-z][a-z0-9_-]*";
    private static final Form PLAIN = new Form.Plain(0);
    private static final NodeKind.Key OF = key(
            "of", TEXT, "The short word for the source text; the check tells it, and a change of it means look again.");
    private static final NodeKind.Key HEARD =
            key("heard", TEXTS, "Words that people may type instead of pressing; they count only as a whole message.");
    private static final NodeKind.Key URGENT = key(
            "urgent", TEXTS, "Words that mean danger anywhere in a text, and start this flow before anything else.");
    private static final NodeKind.Key WAS =
            key("was", TEXTS, "Its former names, so that running conversations still find it.");
    private static final NodeKind.Key ABOUT = key("about", TEXT, "A remark for organizers that nobody else sees.");
    private static final NodeKind.Key SAYS =
            key("says", TEXT, "Whose words these are: an organization, or \"the bot\".");
    private static final NodeKind.Key SOURCE =
            key("source", TEXTS, "Where this can be checked: paragraphs of the page, such as L4, or addresses.");
    private static final NodeKind.Key AS_OF =
            key("as_of", TEXT, "The day, month or year at which this was true, as 2026-03.");
    private static final NodeKind.Key THEN = key(
            "then", TEXT, "Where it goes on: a step, \"flow NAME\", menu, back, resume, repeat, return, stay or end.");

    /** A fact that may be remembered. */
    public static final NodeKind FACT = NodeKind.of(
            "a fact",
            key("lifetime", new Form.OneOf(List.of("turn", "memory", "saved")), "How long the fact is kept.")
                    .needed(),
            key("idle", TIME_SPAN, "How long a saved fact outlives the person's last turn, as 24h or 90d."),
            key("longer-when", TEXT, "A saved fact that lifts the limit of \"idle\" while it is yes."));
    /** A command that apps list. */
    public static final NodeKind COMMAND = NodeKind.of(
            "a command",
            key("flow", TEXT, "The flow that the command starts.").needed(),
            key("description", new Form.Plain(256), "What an app's list of commands says about it.")
                    .needed(),
            key("groups", YES_NO, "Whether the command is offered in groups too."));
    /** The words around a button that shares one's position. */
    public static final NodeKind LOCATION = NodeKind.of(
            "location",
            key("button", new Form.Plain(LONGEST_BUTTON), "The button that shares one's position.")
                    .needed(),
            key("invite", new Form.Plain(LONGEST_LINE), "The line above that button.")
                    .needed(),
            key("thanks", new Form.Plain(LONGEST_LINE), "The line that says the button is gone.")
                    .needed());
    /** The words around a form. */
    public static final NodeKind FORM_WORDS = NodeKind.of(
            "form",
            key("open", new Form.Plain(LONGEST_BUTTON), "The button that opens a form.")
                    .needed(),
            key("send", new Form.Plain(LONGEST_END), "The button that sends it.")
                    .needed(),
            key("cancel", new Form.Plain(LONGEST_END), "The button that closes it.")
                    .needed(),
            key("too-long", new Form.Plain(LONGEST_LINE), "What is said below a field that has too much in it.")
                    .needed(),
            key("read", new Form.Plain(LONGEST_LINE), "Who may be able to read what is written outside of a form.")
                    .needed());
    /** What workspaces hear when they install the bot. */
    public static final NodeKind INSTALL = NodeKind.of(
            "install",
            key("done", new Form.Plain(LONGEST_LINE), "What the page says after a workspace has installed the bot.")
                    .needed(),
            key("failed", new Form.Plain(LONGEST_LINE), "What the page says if that did not work.")
                    .needed(),
            key("absent", new Form.Plain(LONGEST_LINE), "What people hear where the bot isn't installed any more.")
                    .needed());

    /** The file {@code pack.yaml}. */
    public static final NodeKind PACK = NodeKind.of(
            "pack.yaml",
            key("pack", TEXT, "The name of this folder, for a campaign."),
            key("kit", TEXT, "The name of this folder, for a kit.").kit(),
            key("title", TEXT, "What the campaign is called.").neededElse(),
            key("kits", TEXTS, "The kits whose flows, words, facts and records this one has too, such as care."),
            key("languages", LANGUAGES, "The languages of the bot; flows are written in the first.")
                    .neededElse(),
            key("complete", TEXTS, "Languages that have every word: there, a missing translation is an error."),
            key("unreviewed", TEXTS, "Languages that no native reader has checked yet; the check repeats it."),
            key("start", TEXT, "The flow that greets a newcomer.").neededElse(),
            key("menu", TEXT, "The flow whose first question is the menu.").neededElse(),
            key("menu-label", TEXT, "The button to the menu, which every other question gets by itself.")
                    .neededElse(),
            key("about", new Form.Plain(120), "What an app shows of the bot, in at most 120 characters."),
            key(
                    "description",
                    new Form.Plain(512),
                    "What an app shows before somebody starts, in at most 512 characters."),
            key(
                    "commands",
                    new Form.Named(COMMAND_NAME, new Form.Nested(COMMAND)),
                    "What an app with a list of commands offers, by name."),
            key("command-order", TEXTS, "The names of commands in the order of the list, those of kits too."),
            key(
                    "alert-topics",
                    new Form.Named(NAME, PLAIN),
                    "What alerts can be about, each with its label; \"all\" must be among them."),
            key("facts", new Form.Named(NAME, new Form.Nested(FACT)), "What may be remembered, and for how long."),
            key("location", new Form.Nested(LOCATION), "The words around a button that shares one's position.")
                    .kit(),
            key("form", new Form.Nested(FORM_WORDS), "The words around a form.").kit(),
            key("install", new Form.Nested(INSTALL), "What workspaces hear when they install the bot.")
                    .kit());

    /** An answer of a question. */
    public static final NodeKind ANSWER = NodeKind.of(
            "an answer",
            key("label", LINE, "The text of its button, in at most 40 characters.")
                    .needed(),
            HEARD,
            key("do", DEEDS, "What happens when it is given, such as counting an outcome."),
            THEN);
    /** Answers from a list. */
    public static final NodeKind OPTIONS = NodeKind.of(
            "options",
            key("from", TEXT, "The list; each row is an answer with its \"label\" and \"value\".")
                    .needed(),
            key("keep", TEXT, "The fact that keeps the value of the row that was chosen.")
                    .needed(),
            THEN);
    /** Typed words that answer a question. */
    public static final NodeKind EXPECT = NodeKind.of(
            "expect",
            key("kind", TEXT, "What kind of words the bot should recognize, such as place, time or words.")
                    .needed(),
            key("keep", TEXT, "The fact that keeps them; it must not be a saved one.")
                    .needed(),
            THEN,
            key("otherwise", TEXT, "Where words go that were not recognized and mean nothing else."));
    /** A field of a form. */
    public static final NodeKind FIELD = NodeKind.of(
            "a field",
            key("label", PLAIN, "What stands beside the field.").needed(),
            key("max", NUMBER, "How many characters fit in it; 200 without this key."));
    /** A form. */
    public static final NodeKind FORM = NodeKind.of(
            "a form",
            key("title", PLAIN, "What stands above it.").needed(),
            key("fields", new Form.Named(NAME, new Form.Nested(FIELD)), "Its fields; each keeps a fact of its name.")
                    .needed());
    /** What a step says of the campaign's subject. */
    public static final NodeKind TOPIC = NodeKind.of(
            "a topic",
            key("id", TEXT, "The name of the topic.").needed(),
            SOURCE.neededElse(),
            SAYS.neededElse(),
            AS_OF.neededElse());
    /** Whose words a step has. */
    public static final NodeKind CLAIM = NodeKind.of("a claim", SAYS.needed(), SOURCE, AS_OF);

    /** How long and how hard a text may be, where that differs from what its kind may be. */
    public static final NodeKind LIMITS = NodeKind.of(
            "limits",
            key("because", TEXT, "Why these limits and not those of its kind.").needed(),
            key("words", NUMBER, "Words at most, with its question."),
            key("quote", NUMBER, "Words at most in what is to be said or copied."),
            key("average", NUMBER, "Words a sentence, on average."),
            key("longest", NUMBER, "Words in its longest sentence."),
            key("grade", NUMBER, "The highest reading grade in English."),
            key("ease", NUMBER, "The lowest reading ease in Spanish."),
            key("lines", NUMBER, "Lines on a phone at most, buttons included."));

    private static final NodeKind.Key TEXT_KIND = key(
            "kind",
            new Form.OneOf(TextKind.names()),
            "What this text is for, which decides how long and how hard it may be.");
    private static final NodeKind.Key TEXT_LIMITS =
            key("limits", new Form.Nested(LIMITS), "How long and how hard this text may be, and why.");
    private static final NodeKind.Key ALLOW = key(
            "allow",
            new Form.Named(".+", TEXT),
            "Exceptions: a phrase, or the name of a rule, with the reason why it is right here.");

    /** A step of a flow. */
    public static final NodeKind STEP = NodeKind.of(
            "a step",
            key("say", WORDS, "What the bot says here."),
            key("ask", WORDS, "What it asks; then it waits for an answer."),
            key("answers", new Form.Named(NAME, new Form.Nested(ANSWER)), "The answers, each a button, by name."),
            key("do", DEEDS, "What happens here, before anything is said."),
            key("visit", TEXT, "A flow that it goes through and comes back from."),
            THEN,
            key(
                    "private",
                    YES_NO,
                    "Whether this is between the bot and one person, and never said in a group; where it is left out, the flow decides."),
            key("slot", TEXT, "A later message with the same slot replaces this one, as a menu does."),
            key(
                    "topic",
                    new Form.Nested(TOPIC),
                    "What the step says of the campaign's subject, and whose position that is."),
            key("claim", new Form.Nested(CLAIM), "Whose words these are, if the step is not a topic."),
            TEXT_KIND,
            TEXT_LIMITS,
            ALLOW,
            WAS,
            ABOUT,
            key("run", TEXT, "The Java step that it calls first; JAVA-STEPS.md lists them.")
                    .kit(),
            key("with", new Form.Named(".+", TEXT), "The arguments of the Java step.")
                    .kit(),
            key(
                            "outcomes",
                            new Form.Named(".+", TEXT),
                            "Where each outcome of the Java step leads; \"here\" goes on with this step.")
                    .kit(),
            key("options", new Form.Nested(OPTIONS), "Answers from a list, such as a Java step finds.")
                    .kit(),
            key("expect", new Form.Nested(EXPECT), "Words that may be typed as an answer.")
                    .kit(),
            key("form", new Form.Nested(FORM), "A form for the same answer, in apps that have forms.")
                    .kit(),
            key("location", YES_NO, "Whether a position may be shared as the answer.")
                    .kit(),
            key(
                            "carries",
                            TEXT,
                            "The fact whose value its buttons carry, so that a press means it however old the button is.")
                    .kit(),
            key("menu", new Form.OneOf(List.of("no")), "With no, the button to the menu is left out.")
                    .kit(),
            key(
                            "waits",
                            new Form.OneOf(List.of("no")),
                            "With no, the flow goes on at once, and the buttons may be pressed later.")
                    .kit(),
            key("needs", new Form.OneOf(List.of("no")), "With no, this question doesn't gather what its flow needs.")
                    .kit());

    /** What a flow gathers before each of its questions. */
    public static final NodeKind NEEDS = NodeKind.of(
            "needs",
            key("run", TEXT, "The Java step that gathers it; JAVA-STEPS.md lists them.")
                    .needed(),
            key("with", new Form.Named(".+", TEXT), "The arguments of the Java step."),
            key(
                    "outcomes",
                    new Form.Named(".+", TEXT),
                    "Where an outcome leads; outcomes that aren't named go on with the question."));

    /** Words after those that start a flow. */
    public static final NodeKind TAKES = NodeKind.of(
            "takes",
            key("kind", TEXT, "What kind of words may follow, such as time.").needed(),
            key("keep", TEXT, "The fact that keeps them; it must not be a saved one.")
                    .needed(),
            key(
                    "anywhere",
                    TEXT,
                    "Starts the flow wherever such words are surely mentioned; the fact that keeps what flow comes next."));

    /** A file of {@code flows/}. */
    public static final NodeKind FLOW = NodeKind.of(
            "a flow",
            key("flow", TEXT, "The name of the flow.").needed(),
            key("title", LINE, "What menus and questions call it.").needed(),
            HEARD,
            URGENT,
            WAS,
            ABOUT,
            TEXT_KIND,
            TEXT_LIMITS,
            ALLOW,
            key(
                            "steps",
                            new Form.Named(NAME, new Form.Nested(STEP)),
                            "Its steps by name; the first is where it begins.")
                    .needed(),
            key(
                    "parts",
                    new Form.Named(NAME, WORDS),
                    "Words that several steps say; a step says one as \"part NAME\"."),
            key("retired", new Form.Named(NAME, TEXT), "Steps that are gone, each with the step that took over."),
            key("takes", new Form.Nested(TAKES), "Words that may follow those that start the flow.")
                    .kit(),
            key("private", YES_NO, "Whether all steps are between the bot and one person, unless one says no."),
            key("needs", new Form.Nested(NEEDS), "What is gathered again before each question.")
                    .kit(),
            key("together", YES_NO, "Whether a group goes through this flow together."),
            key("invites", TEXT, "The fact that keeps which invitation somebody came by.")
                    .kit());

    /** A choice of forms; its other keys are the forms, by the values that pick them. */
    public static final NodeKind CHOICE = NodeKind.of(
                    "a choice of forms",
                    key("by", TEXT, "The value that picks the form.").needed(),
                    key("other", WORDS, "The form for every value that has none of its own.")
                            .needed())
            .and(new Form.Named(".+", WORDS));
    /** A text for each row of a list. */
    public static final NodeKind EACH = NodeKind.of(
            "a text in parts",
            key("each", TEXT, "The list; the fields of its rows go by their names.")
                    .needed(),
            key("say", WORDS, "The text for one row.").needed());

    private static final String LINK_KIND = "link";

    /** The kinds of records; every record names its own under {@code kind}. */
    public static final List<NodeKind> RECORDS = List.of(
            // The number and the comma-separated names are used to stop an alert from calling a law a bill.
            recordKind(
                    "status",
                    key("title", PLAIN, "What the bill or plan is called.").needed(),
                    key("state", new Form.OneOf(Catalog.STATES), "How far it has come.")
                            .needed(),
                    key("summary", PLAIN, "What it would do, and where it stands."),
                    key("bill", TEXT, "Its number, such as S.4321."),
                    key("names", TEXT, "Its other names, between commas."),
                    key("law", PLAIN, "What it's called once it is law.")),
            recordKind(
                    "number",
                    key("number", PHONE, "The phone number, as 202-224-3121.").needed(),
                    key("label", PLAIN, "Whose number it is."),
                    key("dial", YES_NO, "Whether a tap dials it; only known numbers, and those with verified_on."),
                    key("verified_on", DAY, "The day somebody last called it; that counts for 90 days."),
                    key("verified_by", TEXT, "Who called it.")),
            recordKind(
                    LINK_KIND,
                    key("label", PLAIN, "What the link says.").needed(),
                    key("url", ADDRESS, "Where it leads, from https://.").needed(),
                    key(
                                    "url_status",
                                    new Form.OneOf(Catalog.URL_STATUSES),
                                    "What is known of the page: somebody opened it, a source names it, or it stands in for another one.")
                            .needed(),
                    key("opened_by", TEXT, "Who opened this very page."),
                    key("opened_on", DAY, "The day on which it was opened.")),
            recordKind(
                    "action",
                    key("title", PLAIN, "What people can do.").needed(),
                    key("status", new Form.OneOf(Action.STATUSES), "Whether it can be done now.")
                            .needed(),
                    key("opens", DAY, "The first day on which it can be done."),
                    key("closes", DAY, "The last day on which it can be done."),
                    key("flow", TEXT, "The flow of this action; no button leads there while it is closed."),
                    key(
                            "who",
                            new Form.OneOf(Action.WHO),
                            "Who people call: their senators, their House member, both, or the number below."),
                    key("office", PLAIN, "Whose number it is, as words after \"call\": the governor's office."),
                    key("phone", PHONE, "The number to call, as 202-224-3121; a tap dials it with verified_on."),
                    key("open_hours", PLAIN, "When somebody answers there, as weekdays, 9 to 5 Mountain Time."),
                    key("verified_on", DAY, "The day somebody last called it; that counts for 90 days."),
                    key("verified_by", TEXT, "Who called it."),
                    key("bill", TEXT, "The record of its bill."),
                    key("url", ADDRESS, "The page of the action.")),
            recordKind(
                    "fact",
                    key("text", PLAIN, "The sentence that words can repeat.").needed()),
            // The names are used to stop alerts from speaking as the organization unless it backs the bot.
            recordKind(
                    "organization",
                    key("names", TEXT, "All names of whose campaign it is, between commas.")
                            .needed()));

    /** The file {@code records.yaml}. */
    public static final Form.Named RECORDS_FILE = new Form.Named(NAME, new Form.ByKind(RECORDS));

    private static final NodeKind.Key TRANSLATED_FIELDS =
            key("fields", new Form.Named(NAME, PLAIN), "The labels of the form's fields.");

    private static final NodeKind SPOKEN = NodeKind.of(
            "the words of a step",
            key("say", WORDS, "What the bot says."),
            key("ask", WORDS, "What it asks."),
            key(
                    "answers",
                    new Form.Named(
                            NAME, new Form.Either(LINE, NodeKind.of("the translation of an answer", label(), HEARD))),
                    "The labels of the answers, by name."),
            key(
                    "form",
                    new Form.Nested(NodeKind.of(
                            "the translation of a form",
                            key("title", PLAIN, "What stands above it."),
                            TRANSLATED_FIELDS)),
                    "The words of the form."),
            ALLOW);
    /** The translation of a step. */
    public static final NodeKind STEP_WORDS =
            translated("the translation of a step").and(SPOKEN.keys().toArray(new NodeKind.Key[0]));

    /** The words that a campaign says in place of a kit's, in the kit's own language. */
    public static final NodeKind REPLACED_WORDS = SPOKEN.as("a step whose words are replaced")
            .and(
                    key("topic", new Form.Nested(TOPIC), "What these words say of the campaign's subject."),
                    key("claim", new Form.Nested(CLAIM), "Whose words these are."));

    /** The translation of a title. */
    public static final NodeKind TITLE_WORDS =
            NodeKind.of("the translation of a title", OF, key("text", LINE, "The title in this language."));

    private static final NodeKind FLOW_WORDS = NodeKind.of(
                    "the translation of a flow",
                    key("title", new Form.Either(LINE, TITLE_WORDS), "What menus and questions call it."),
                    HEARD,
                    URGENT,
                    key("parts", new Form.Named(NAME, WORDS), "The words of its parts, by name."))
            .and(new Form.Named(NAME, new Form.Nested(REPLACED_WORDS.and(OF))));
    private static final NodeKind COMMAND_WORDS = NodeKind.of(
            "the translation of a command", OF, key("text", PLAIN, "What a list of commands says about it."));
    private static final NodeKind LINE_WORDS =
            NodeKind.of("the translation of a line", OF, key("text", PLAIN, "The line in this language."));

    /** The translation of what pack.yaml says. */
    public static final NodeKind PACK_WORDS = NodeKind.of(
            "the words of the pack",
            OF,
            key("title", TEXT, "What the campaign is called."),
            key("menu-label", TEXT, "The button to the menu."),
            key("about", new Form.Nested(LINE_WORDS), "What an app shows of the bot."),
            key("description", new Form.Nested(LINE_WORDS), "What an app shows before somebody starts."),
            key("commands", new Form.Named(COMMAND_NAME, new Form.Nested(COMMAND_WORDS)), "The list of commands."),
            key(
                    "alert-topics",
                    new Form.Nested(translated("the translation of the topics").and(new Form.Named(NAME, PLAIN))),
                    "What alerts can be about."),
            key(
                    "location",
                    new Form.Nested(translation(LOCATION)),
                    "The words around a button that shares one's position."),
            key("form", new Form.Nested(translation(FORM_WORDS)), "The words around a form."),
            key("install", new Form.Nested(translation(INSTALL)), "What workspaces hear when they install the bot."));

    /** A file of {@code words/}. */
    public static final NodeKind WORDS_FILE = NodeKind.of(
                    "a file of words",
                    key("pack", new Form.Nested(PACK_WORDS), "The words of pack.yaml."),
                    key(
                            "records",
                            new Form.Named(NAME, new Form.Nested(recordWords())),
                            "The words of the records, by name."))
            .and(new Form.Named(NAME, new Form.Nested(FLOW_WORDS)));

    /** An answer that questions can want. */
    public static final NodeKind ANSWER_WANTED = NodeKind.of(
            "an answer",
            key("leads-to", TEXTS, "Where it leads, the best first: a flow, or flow/step."),
            key(
                    "small-talk",
                    YES_NO,
                    "Whether it's only talk, such as thanks, which the bot never offers as a meaning."),
            key("report", YES_NO, "Whether it tells what somebody did, which counts even as a part of other words.")
                    .kit(),
            key(
                            "idle",
                            YES_NO,
                            "Whether it only tells that nothing was done yet, so that a question beside it comes first.")
                    .kit(),
            key(
                            "during",
                            YES_NO,
                            "Whether it's asked with the phone in the hand, so that words before it report nothing yet.")
                    .kit(),
            key(
                            "remark",
                            YES_NO,
                            "Whether it only tells something of somebody's life, so that words that ask for something never mean it.")
                    .kit(),
            key(
                            "to-the-bot",
                            YES_NO,
                            "Whether it's said to the bot and to nobody else, so that it stands in no letter.")
                    .kit(),
            key(
                            "only-decided",
                            YES_NO,
                            "Whether only words under \"decisive\" or \"while-writing\" mean it. It needs no examples, and nothing is learned.")
                    .kit(),
            key("urgent", YES_NO, "Whether whoever asks this may be in danger.").kit());

    /** The file {@code questions/answers.yaml}. */
    public static final NodeKind ANSWERS_FILE = NodeKind.of(
            "answers.yaml",
            key("answers", new Form.Named(NAME, new Form.Nested(ANSWER_WANTED)), "The answers, by name."),
            key("never-answered", TEXTS, "Lists of words; text that touches one of them gets no answer."),
            key(
                            "requests",
                            TEXTS,
                            "Lists of words that ask for something, so that text with them reports nothing unless it's quite sure.")
                    .kit(),
            key(
                    "decisive",
                    new Form.Named(NAME, TEXTS),
                    "What words mean for sure: lists joined by +, after \"unless\" those that spoil it. The first that fits counts."),
            key(
                            "plain",
                            TEXTS,
                            "Lists of words that hint at no danger: a text of them and of words that decide is no cry for help.")
                    .kit(),
            key("denies", TEXTS, "Lists of words that deny a danger; the alarm weighs the text without them.")
                    .kit(),
            key("alike", TEXTS, "Lists whose words are all one word to the classifiers, such as names of lawmakers.")
                    .kit(),
            key("done", TEXTS, "Lists of words that say what somebody did in a call; see \"during\" of an answer.")
                    .kit(),
            key("asides", TEXTS, "Lists of words that ask something in the middle of a report, which is answered, too.")
                    .kit(),
            key("told-apart-from", TEXTS, "Kits whose examples keep one danger from being taken for another.")
                    .kit(),
            key(
                            "signs",
                            new Form.Named(NAME, TEXTS),
                            "Signs of danger: lists of words joined by +, after \"unless\" those that spoil it.")
                    .kit(),
            key("faint-signs", new Form.Named(NAME, TEXTS), "Weaker signs, which decide nothing alone.")
                    .kit(),
            key(
                            "while-writing",
                            new Form.Named(NAME, TEXTS),
                            "Words that surely mean an answer where a part of a letter is asked for, as \"decisive\" does anywhere.")
                    .kit(),
            key(
                            "once-written",
                            new Form.Named(NAME, TEXTS),
                            "The same where the letter's flow asks for no part of it, as below the whole letter.")
                    .kit(),
            key(
                            "parts",
                            new Form.Named(NAME, new Form.Named(NAME, TEXTS)),
                            "Steps of a danger's flow, each with the signs it fits; the first that fits is shown.")
                    .kit(),
            key(
                            "follow-ups",
                            new Form.Named(NAME, new Form.Named(NAME, TEXTS)),
                            "What answers words right after that help: steps or answers, each with the signs it fits.")
                    .kit());

    /** A file of questions in one language. */
    public static final NodeKind QUESTIONS_FILE = NodeKind.of(
            "a file of questions",
            key("titles", new Form.Named(NAME, TEXT), "What each answer is called when the bot asks back."),
            key(
                    "examples",
                    new Form.Named(NAME, TEXT),
                    "Questions that want each answer, one a line; \"none\" wants none."),
            key("words", new Form.Named(NAME, TEXT), "Lists of words that mean the same, between commas."),
            key("danger", new Form.Named(NAME, TEXT), "Lists of words that say nothing of a subject."),
            key("parts", new Form.Named(NAME, TEXT), "Lists of words that only choose a part of the help for a danger.")
                    .kit());

    /** The file {@code paragraphs.yaml}. */
    public static final NodeKind PARAGRAPHS = NodeKind.of(
            "paragraphs.yaml",
            key("page", TEXT, "The record of the campaign's page."),
            key("count", NUMBER, "How many paragraphs the page has.").needed(),
            key(
                    "layout",
                    new Form.Named("L\\d+", TEXT),
                    "Paragraphs that say nothing, such as captions, each with the reason."));

    /** An alert in a file. */
    public static final NodeKind ALERT = NodeKind.of(
            "an alert",
            key("action", TEXT, "The record of the action that it asks for."),
            key("topic", TEXT, "What it is about; one of the campaign's alert-topics."),
            key("words", new Form.Named("[a-z]{2,3}", TEXT), "What it says, by language."),
            key("audience", TEXT, "Who gets it, as \"state is NY\"."),
            key("at", TEXT, "When it begins, as 2026-11-25 18:00."),
            key("expires", TEXT, "From when no more messages leave."));

    private Format() {}

    private static NodeKind.Key label() {
        return key("label", LINE, "The text of its button.");
    }

    private static NodeKind recordKind(String name, NodeKind.Key... keys) {
        boolean link = name.equals(LINK_KIND);
        NodeKind.Key source = key("source", TEXTS, "Where it comes from: an address, or the name of a paper.");
        NodeKind kind =
                NodeKind.of(name, key("kind", TEXT, "What the record is.").needed());
        return kind.and(keys)
                .and(
                        key("as_of", DAY, "The day on which it was true, as 2026-11-24.")
                                .neededElse(),
                        link ? source : source.neededElse(),
                        key("sources", TEXTS, "The same, for more than one."),
                        key(
                                "weak_sources",
                                TEXTS,
                                "Sources that only support it, such as copies; people aren't shown them."),
                        key("review_after", DAY, "From the day after, the bot says that it may be old."),
                        key("note", PLAIN, "A remark that words can repeat."));
    }

    /** The translation of plain texts by their keys. */
    public static NodeKind texts(String what, Collection<String> names) {
        return translated(what)
                .and(names.stream()
                        .map(name -> key(name, PLAIN, "The text in this language."))
                        .toArray(NodeKind.Key[]::new));
    }

    private static NodeKind translated(String what) {
        return NodeKind.of(what, OF);
    }

    private static NodeKind translation(NodeKind kind) {
        return translated("the translation of " + kind.what())
                .and(kind.keys().stream()
                        .map(key -> key(key.name(), key.form(), key.about()))
                        .toArray(NodeKind.Key[]::new));
    }

    private static NodeKind recordWords() {
        Map<String, NodeKind.Key> words = new TreeMap<>();
        RECORDS.forEach(kind -> kind.keys().stream()
                .filter(key -> key.form() instanceof Form.Plain)
                .forEach(key -> words.putIfAbsent(key.name(), key(key.name(), key.form(), key.about()))));
        return translated("the translation of a record").and(words.values().toArray(new NodeKind.Key[0]));
    }
}
