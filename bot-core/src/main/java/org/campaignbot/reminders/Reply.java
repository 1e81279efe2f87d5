package org.campaignbot.reminders;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.SaysYes;
import org.campaignbot.times.TimeWords;

/**
 * What somebody says about a reminder that was just set, in English or Spanish.
 *
 * <p>A question is never an edit, however many times of day are in it, unless it asks for one ("can you make it 1?").
 */
enum Reply {
    /** It's fine as it is. */
    YES,
    /** It isn't, and no other time is said. */
    NO,
    /** It should be another time. */
    CHANGE,
    /** It should go. */
    CANCEL,
    /** All of them should go. */
    CANCEL_ALL,
    /** It's meant by the clock of a zone that they name. */
    ZONE,
    /** They ask when it is, by which clock, or whether it is set. */
    ASK,
    /** It's about something else. */
    OTHER;

    /** More words than this are about more than a reminder. */
    private static final int MOST_WORDS = 24;

    /** More words than this don't only agree. */
    private static final int MOST_WORDS_OF_A_YES = 7;

    private static final Set<String> BEFORE = words("""
            a actually ah also and ay but de didnt en entonces espera hello hey hi hola no oh ok okay oye para pero please porfa si so sorry
            u um uh wait well y yes you
            """);

    private static final Set<String> OPENERS = words("""
            are can could did does how hows is what whats when whens where which who why will would
            cual cuales cuando cuanto donde que q quien sera seguro segura
            """);

    private static final Set<String> THANKS = words("""
            bien cool dejalo dejelo excelente fine good gracias great listo right thank thanks thx ty works
            """);

    private static final Pattern SENTENCES = Pattern.compile("[.!?;,\\n]+(?=\\s|$)");

    private static final Pattern REQUEST = Pattern.compile(
            "\\b(can|could|would|will) (you|u|we|i|it) .*\\b(change|make|move|do|be|set|put|remind|push|switch|bump|record\\w+|recuerd\\w+|avis\\w+)\\b"
                    + "|\\b(que|q|k) me (lo )?(recuerdes?|avises?)\\b"
                    + "|\\b(how|what) about\\b|\\b(que|q) (tal|sea)\\b|\\bmejor\\b|\\bcomo a las?\\b"
                    + "|\\b(puedes?|podrias?|me lo|se puede|lo) .*\\b(cambi|pon|pued|mov|muev|pas|record|recuerd|avis)\\w*");

    /** What a question about the reminder's own time has in it, and what questions about something else have. */
    private static final Pattern TIME = Pattern.compile(
            "\\b(time|hora|horario|zone|zona|washington|dc|set|remind\\w*|recordatorios?|recuerd\\w*|recordar\\w*|avis\\w*)\\b");

    private static final Pattern ELSEWHERE = Pattern.compile(
            "\\b(open\\w*|clos\\w*|abr\\w+|abiert\\w+|cierr\\w+|cerrad\\w+|call\\w*|llam\\w*|offices?|oficinas?|vot\\w+|holidays?|feriado|who|quien\\w*|sees?|ven?|mira\\w*)\\b");

    private static final Pattern CANCELING = Pattern.compile(
            "\\b(cancel\\w*|delete|remove|quita\\w*|quite(?:l[oa]s?|me\\w*| (?:el|la|mi|ese|este))|borr[ae]\\w*|elimin\\w+)\\b"
                    + "|\\b(dont|do not) (remind|bother)|\\bno (me )?(lo )?(recuerd|avis)\\w+");

    /** Words that cancel only where no time is said. */
    private static final Pattern LET_IT_BE = Pattern.compile(
            "\\bya no\\b|\\bnever ?mind\\b|\\bnvm\\b|\\bforget (it|about it|that)\\b|\\bolvid[ae]\\w+"
                    + "|\\bno (need|hace falta)\\b(?! (?:to )?(?:change|cambi))|\\byo me acuerdo\\b|\\bi ?ll remember\\b|\\bi will remember\\b");

    private static final Pattern INSTEAD = Pattern.compile(
            "\\b(make|instead|move|change|cambi\\w+|muev\\w+|pon\\w*|pong\\w+|mejor|sino)\\b"
                    + "|\\bremind me\\b.*\\bremind me\\b|\\b(?:i (?:said|meant)|dije|quise decir) .{1,12}\\b(?:not|no)\\b");

    /** What asks for one more: "ponme un recordatorio", "remind me to make my calls". */
    private static final Pattern ANOTHER =
            Pattern.compile("\\b(make|set|pon\\w*|pong\\w+)\\b.{0,6}\\b(a|my|un|una)\\b");

    private static final Pattern ALL = Pattern.compile("\\b(all|everything|todos?|todas?)\\b");

    private static final Pattern OBJECTION =
            Pattern.compile("\\b(but|not|no|pero|change|cambi\\w*|wrong|mal|except)\\b");

    /** How a later sentence takes back a yes: "yes. no wait", "sí. cámbialo a las 5". */
    private static final Pattern TAKES_BACK = Pattern.compile(
            "^(?:(?:y|and|oh|ay|um) )*(?:but|pero|no|not|actually|wait|espera|espere|mejor)\\b|\\b(?:change|cambi\\w*|wrong|mal|except)\\b");

    /** "No, that's not it", but not "no problem". */
    private static final Pattern NO_WORDS =
            Pattern.compile("^(no|nope|nah|wrong|otra|otro|another|not)\\b(?! (problem|hay))");

    /** "What will you remind me of at six?", "did the one at six stay set?" */
    private static final Pattern OF_WHAT_IS_SET = Pattern.compile(
            "\\b(?:de (?:que|q|k) me|para (?:que|q|k) me|pa (?:que|q|k) me|si quedo|quedo (?:puesto|anotado|listo)|sigue (?:en pie|puesto)"
                    + "|what (?:are|r|will) (?:you|u) (?:gonna )?remind|(?:you|u|it) still)\\b");

    /** "Wait is that tonight?" */
    private static final Pattern WHEN_IT_IS = Pattern.compile(
            "^(?:(?:wait|ok|oh|so|um|hold on|espera|espere|oye|pero|y|ay) )*(?:is (?:that|it|this)|its|thats|(?:eso )?(?:es|seria|sera)|es para|eso)"
                    + " (?:for |para |pa )?(?:today|tonight|tomorrow|this morning|hoy|manana|esta noche|esta tarde)\\b");

    /** "No, not Kelly, I never talked to Kelly" is about a call, whatever the reminder is for. */
    private static final Pattern OF_A_CALL = Pattern.compile(
            "\\b(?:talked|spoke|called|voicemail|answered|(?<!\\bim |\\bi am |\\bbe )busy|hable|llame|marque|contest\\w+|colg\\w+|buzon|recado|mensaje"
                    + "|vote|voting|votar|votara|(?:didnt|wouldnt|wont) (?:say|tell)|(?:me|nos|no) dij(?:o|eron))\\b");

    /** Words for what there is to do, near the beginning. */
    private static final Pattern TASK =
            Pattern.compile("^(\\w+ ){0,4}?(call|calling|phone|dial|write|writing|email|letter|visit|lobby|share"
                    + "|llam\\w+|escrib\\w+|carta|correo|visit\\w+|compart\\w+|la llamada|las llamadas)\\b");

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+", -1));
    }

    /** What a text says; times are read as of today. */
    static Reply of(String text, LocalDate today) {
        String folded = Fold.fold(text);
        int words = Fold.words(folded);
        boolean saysTime = TimeWords.says(text, today);
        if (folded.isEmpty() || words > MOST_WORDS) {
            return OTHER;
        } else if (isQuestion(text, folded, saysTime, today)) {
            boolean isOfTime = TIME.matcher(folded).find()
                    || WHEN_IT_IS.matcher(folded).find()
                    || (saysTime && OF_WHAT_IS_SET.matcher(folded).find());
            return isOfTime && !ELSEWHERE.matcher(folded).find() ? ASK : OTHER;
        } else if (cancels(folded, saysTime)) {
            return ALL.matcher(folded).find() ? CANCEL_ALL : CANCEL;
        } else if (agrees(text)) {
            return YES;
        } else if (TimeWords.isRefused(text, today)
                && (saysTime || !OF_A_CALL.matcher(folded).find())) {
            return NO;
        } else if (saysTime) {
            return CHANGE;
        }
        if (Zones.answered(text).isPresent()) {
            return ZONE;
        }
        boolean isNo = words <= MOST_WORDS_OF_A_YES && NO_WORDS.matcher(folded).find();
        return isNo && !OF_A_CALL.matcher(folded).find() ? NO : OTHER;
    }

    /** Whether a text asks for another time in words of its own, as "change my reminder to 1 pm" does. */
    static boolean saysChange(String text) {
        String folded = Fold.fold(text);
        return INSTEAD.matcher(folded).find() && !ANOTHER.matcher(folded).find();
    }

    /** Whether a text plainly agrees or asks for another time, and doesn't only tell of a day: "hey it's Friday, I slept through it". */
    static boolean isSure(String text, LocalDate today) {
        Reply reply = of(text, today);
        return reply == YES || (reply == CHANGE && saysChange(text));
    }

    /** Whether a text names something to do, as an answer to what a reminder should be about: "to call the other senator". */
    static boolean namesTask(String text) {
        return text.indexOf('?') < 0
                && Fold.words(text) <= MOST_WORDS
                && TASK.matcher(Fold.fold(text)).find();
    }

    private static boolean isQuestion(String text, String folded, boolean saysTime, LocalDate today) {
        boolean asks = text.indexOf('?') >= 0
                || text.indexOf('¿') >= 0
                || List.of(SENTENCES.split(text, -1)).stream().anyMatch(Reply::opensQuestion);
        boolean isWish = saysTime
                && !OF_WHAT_IS_SET.matcher(folded).find()
                && (REQUEST.matcher(folded).find() || TimeWords.saysOnly(text, today));
        return asks && !isWish;
    }

    private static boolean opensQuestion(String sentence) {
        return List.of(Fold.fold(sentence).split(" ", -1)).stream()
                .dropWhile(BEFORE::contains)
                .findFirst()
                .filter(OPENERS::contains)
                .isPresent();
    }

    private static boolean cancels(String folded, boolean saysTime) {
        return CANCELING.matcher(folded).find()
                ? !(saysTime && INSTEAD.matcher(folded).find())
                : !saysTime && LET_IT_BE.matcher(folded).find();
    }

    /** Whether the first sentence agrees: "yep that's good. also …" */
    private static boolean agrees(String text) {
        String[] sentences = SENTENCES.split(text.strip(), -1);
        String first = sentences[0];
        List<String> words = List.of(Fold.fold(first).split(" ", -1));
        return words.size() <= MOST_WORDS_OF_A_YES
                && !OF_A_CALL.matcher(Fold.fold(first)).find()
                && (saysYes(words.get(0)) || (words.size() > 1 && saysYes(words.get(1)) && isThat(words)))
                && !OBJECTION.matcher(Fold.fold(first)).find()
                && Arrays.stream(sentences)
                        .noneMatch(sentence ->
                                TAKES_BACK.matcher(Fold.fold(sentence)).find());
    }

    /** "Thanks" and "déjelo" agree, too: the reminder is set already. */
    private static boolean saysYes(String word) {
        return SaysYes.isYes(word) || THANKS.contains(word);
    }

    private static boolean isThat(List<String> words) {
        return Set.of("thats", "that", "it", "its", "esta", "ta", "asi", "muy", "all", "ya", "oh", "ah", "ay", "um")
                .contains(words.get(0));
    }
}
