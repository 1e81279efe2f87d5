package org.campaignbot.calls;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * What a typed text counts for as a whole: never more than its words say, whatever an example resembles it most.
 *
 * <p>A call that the person themselves ended before a word was said is no talk; what the office said, told while that is being asked,
 * is about the call before and no new one; and no number is wrong unless somebody says so.
 */
final class TypedReport {

    /** The person hung up and said nothing, so nothing counts yet. */
    static final String HUNG_UP = "hung-up";

    /** The office of the last talk didn't say where its lawmaker stands. */
    static final String UNSAID = "unsaid";

    /** The office of the last talk did say. */
    static final String ANSWER = "answer";

    /** The words don't say that anything happened. */
    static final String UNSURE = "unsure";

    /** Somebody else called, whose calls count in a chat of their own. */
    static final String OTHERS_CALLED = "others-called";

    private static final Pattern NO_CALL_YET = Pattern.compile(
            "\\b(?:didnt|did not|havent|have not|never)(?: even| actually| really)? (?:call|called|leave|left|talk|talked|do|done)\\b(?! back)(?!.*\\b(?:other|second|next|both)\\b)"
                    + "|\\b(?:no|todavia no|aun no|nunca)(?: (?:le|les|lo|la|he|e|ha))* (?:llame|llamado|hable|hablado|marque|marcado|deje|dejado)\\b(?!.*\\b(?:otr[oa]|segund[oa])\\b)");

    private static final Pattern ONLY_ASKED = Pattern.compile(
            "\\b(?:just|only) (?:asking|asked|wondering|wanted to know)\\b|\\b(?:was asking|quit saying|stop saying|why did you|why does it|por que puso|porque puso|xq puso|pq puso|xq dice|por que dice)\\b"
                    + "|\\b(?:nomas|solo|nada mas) (?:pregunt\\w+|estaba preguntando|queria saber)\\b");

    static final Pattern NOTHING_SAID = Pattern.compile(
            "\\b(?:not|no|never|didnt|did not|couldnt|cant|without|before|havent|sin|nunca|ni|antes de)"
                    + "(?: (?:si|pues|le|les|me|even|really|actually|i|a|un|una|pude|supe|alcan[cz]e a|que|get to))*"
                    + " (?:talk\\w*|spoke|speak|said|say\\w*|read|tell|told|left|leave|hable|hablar|habla\\w*|dije|decir|deci\\w*|lei|leer|deje|dejar)\\b");

    /** Somebody speaks of the bot, not of an office. */
    private static final Pattern OF_THE_BOT = Pattern.compile(
            "\\b(?:creia|creiba|pensaba|pense|crei) (?:que|q|k)? ?(?:eras?|usted|hablaba)\\b|\\b(?:hablar|platicar) con (?:robots?|maquinas|bots?)\\b"
                    + "|\\bthought (?:you|u) (?:were|was|r)\\b|\\bthought (?:i was talking|this was|it was) (?:to )?an? (?:real |actual )?(?:person|human|girl|woman|lady|man|guy)\\b"
                    + "|\\b(?:talk|talking|speak) (?:to|with) (?:a )?(?:robots?|bots?|machines)\\b"
                    // "Le pregunté si puedo no dar mi apellido" was asked here.
                    + "|^(?:no )?(?:le|te|les) pregunt(?:e|aba|o) (?:que )?(?:si|como|que|cuando) (?:puedo|podria|debo|tengo|hago|digo|pongo)\\b"
                    + "|^(?:no )?i (?:asked|was asking|am asking|just asked)(?: you)? (?:if|whether|how|what) i (?:can|could|should|have|need)\\b");

    /** "You didn't answer me" is about the bot. */
    private static final Pattern NO_ANSWER_OF_THE_BOT = Pattern.compile(
            "\\b(?:you|u) (?:didnt|did not|never|still didnt|havent)(?: even)? answer(?:ed)?\\b|\\bno (?:me|nos) (?:contestaste|respondiste|contesto usted|respondio usted|contesto lo del?|respondio lo del?)\\b"
                    + "|\\bno (?:me|nos) (?:contesto|respondio|contestaste|respondiste)\\W+(?:yo )?(?:le|te) pregunt(?:e|aba)\\b");

    /** What the bot didn't say or answer, which takes no report back: "you didnt say about Husted". */
    private static final Pattern UNTOLD_BY_THE_BOT = Pattern.compile(
            "\\b(?:you|u) (?:still )?(?:didnt|did not|never|havent|dont)(?: even)? (?:say|said|tell|told|answer|answered|mention|explain)\\b"
                    + "|\\bno (?:me )?(?:dijo|dijiste|contestaste|explico|explicaste) (?:de|lo de|sobre|quien|cual|que|si)\\b");

    /** A call about one person's case, with which the campaign's has nothing to do: "they took all his info". */
    private static final Pattern OF_A_CASE = Pattern.compile(
            "\\btook (?:all )?(?:his|her|their) (?:info|information|details)\\b|\\b(?:privacy|release|consent) form\\b|\\bcase ?work\\w*"
                    + "|\\bopen(?:ed|ing)? a case\\b|\\bcaso de mi\\b|\\bformulario de privacidad\\b|\\b(?:le|les) di (?:todos )?sus datos\\b");

    /** What tells of a call of its own, and not only of what they said in it. */
    private static final Pattern ANOTHER_CALL = Pattern.compile(
            "\\b(?:i|we)(?: \\w+)? (?:called|talked|spoke|got|reached|tried|rang|phoned|left)\\b|^(?:just |also |ok |and )*(?:called|talked|spoke|got|reached|left)\\b"
                    + "|\\b(?:picked up|answered|second|other|too|also)\\b"
                    + "|(?<!\\bno )\\b(?:llame|hable|platique|marque|hablamos|llamamos|deje)\\b|(?<!\\bno )(?<!\\bno me )\\bcontest(?:o|aron)\\b|\\b(?:otr[oa]|segund[oa]|tambien)\\b");

    private static final Pattern DID_NOT_SAY = Pattern.compile(
            "\\b(?:didnt|did not|wouldnt|would not|couldnt|could not|never|not)(?: really| actually)? (?:say|said|tell|told|answer|mention|know)\\b"
                    + "|\\bno (?:me |le |nos |les |se )*(?:dij\\w+|dic\\w+|quis\\w+|supo|supieron|sabia\\w*|coment\\w+|mencion\\w+)\\b|\\bno,? nada\\b|\\bnada de eso\\b");

    /** Takes back what an office said, but not the talk: "it wasn't really a yes, maybe take that back". */
    private static final Pattern NO_STANCE = Pattern.compile(
            "\\b(?:wasnt|isnt|not|werent)(?: \\w+)? an? (?:yes|no)\\b|\\bdidnt(?: really| actually)? (?:say|mean) (?:yes|no)\\b"
                    + "|\\bno (?:dijo|era|fue)(?: \\w+)?(?: que| q)? (?:si|no)\\b(?: en realidad)?");

    /** The office that was called before, and heard nobody then, or only a message. */
    private static final Pattern CALLED_AGAIN = Pattern.compile(
            "\\b(?:called|phoned|rang) me back\\b|\\breturned my call\\b|\\b(?:me|nos) (?:devolvi\\w+|regres\\w+) la llamada\\b"
                    + "|^(?:i )?tried (?:it |him |her |them )?again (?:and|n) (?:got|reached|talked|spoke)\\b|\\bl[eoa]s? volvi a (?:marcar|llamar)\\b.*\\bsi (?:me )?contest\\w+"
                    + "|\\bvolvi a (?:marcar|llamar)\\b(?!.*\\bno me\\b).*\\b(?:me|si) (?:contest|atend|cogi|agarr|habl)\\w*"
                    + "|\\bcalled (?:him |her |them |back |\\w+s office )?again (?:and|n) (?:got|talked|reached|spoke|a|some)\\b");

    private static final Pattern REACHED_AFTER_ALL = Pattern.compile(
            "^(?:no|nope|nah|wait|actually|but)\\b.*\\b(?:i|we) did (?:get through|get thru|talk|speak|reach|get (?:a|some) (?:person|someone|one))\\b"
                    + "|^(?:no|espera|espere|pero)\\b.*\\bsi (?:me contest\\w+|hable|pude hablar|platique)\\b");

    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:called|talked|spoke|left|voicemail|vm|tried|rang|got (?:through|thru)|reached|phoned|busy|mailbox|(?:off|on) the phone with|took down"
                    + "|llame|llamamos|marque|hable|hablamos|platique|deje|dejamos|hice las llamadas|buzon|recado|ocupado)\\b");

    private static final Pattern MORE_THAN_ONE = Pattern.compile(
            "\\b(?:both|two|each|all|other|either|neither|dos|amb[oa]s|otr[oa](?! vez\\b)|tod[oa]s|ningun[oa]"
                    + "|con (?:la|el) (?!oficina|secretari|senor|muchach)\\w+)\\b");

    private static final Pattern DISAGREES =
            Pattern.compile("^(?:(?:ay|oh|hey|um|wait|lol|pero|but) )*(?:no|nope|nah|oops|espere|espera)\\b");

    /** "She didn't really say" denies no talk. */
    private static final Pattern THEY_DID_NOT = Pattern.compile(
            "\\b(?:she|he|they|it|lady|guy|man|woman|person|office|ella|ellos|muchach[oa]|senora|senorita|senor|oficina)(?: (?:really|just|also|even))*"
                    + " (?:didnt|did not|wouldnt|would not|no)\\b");

    private static final Pattern YET = Pattern.compile("\\b(?:yet|todavia|aun)\\b");

    /** Says nothing of another one: "he didn't say one way or the other". */
    private static final Pattern EITHER_WAY = Pattern.compile(
            "\\b(?:one|either) way or (?:the other|another)\\b|\\bni una cosa ni (?:la )?otra\\b",
            Pattern.CASE_INSENSITIVE);

    /** Says not to count one call. "Don't count it twice" and "don't count the other" aren't about the last one. */
    private static final Pattern NOT_TO_COUNT = Pattern.compile(
            "(?<!\\b(?:they|it|office|offices|he|she) )\\b(?:dont|do not|shouldnt|should not|cant|pls dont) (?:be )?count(?:ed)?\\b(?! (?:on|out|me (?:out|in))\\b)(?: it| that| this| him| her| me| as| a| one| yet| call| please| pls)*(?! (?:twice|again|the other|both|two))"
                    + "|\\bno (?:me )?cuentes? (?:es[ao]|ese|est[ae])\\b|\\bno (?:me )?(?:la|lo) (?:cuentes?|cuente|apuntes?|apunte|anotes?|anote)\\b(?! (?:dos veces|otra vez|doble|a ella|a el|con lo mio))");

    /** Says why nobody answered: there was no call. */
    private static final Pattern NOT_CALLED = Pattern.compile(
            "\\b(?:porque|xq|pq|x q) (?:yo )?(?:aun |todavia )?no (?:he|e|eh) (?:llamado|marcado)\\b|\\b(?:because|cause|cuz|bc) i (?:havent|have not|didnt|never)(?: even)? call(?:ed)?\\b");

    /** Says that somebody makes no calls: "ay no, yo por teléfono no hablo". */
    private static final Pattern MAKES_NONE = Pattern.compile(
            "\\b(?:por|x) (?:telefono|cel\\w*)(?: yo)? no (?:hablo|llamo)\\b|\\bno (?:hablo|llamo) (?:yo )?(?:por|x) (?:telefono|cel\\w*)\\b|\\bi (?:dont|do not|never) (?:talk|do|speak) on the phone\\b");

    /** Says again what was wanted, as in "yo dije los dos senadores", and tells of no call. */
    private static final Pattern WANTED = Pattern.compile("\\byo (?:le |te )?dije\\b|\\bi said\\b");

    private static final Pattern OF_ANOTHER =
            Pattern.compile("\\b(?:the other|other one|the second|both|otr[oa]|segund[oa]|l[oa]s dos|amb[oa]s)\\b");

    private TypedReport() {}

    /** A text without a phrase that only seems to speak of another lawmaker. */
    static @Nullable String plain(@Nullable String typed) {
        return typed == null ? null : EITHER_WAY.matcher(typed).replaceAll("either way");
    }

    /**
     * What a text counts for.
     *
     * @param outcome what it resembles as a whole
     * @param asked whose office the bot just asked about: where they stand
     */
    static String of(String typed, String outcome, Optional<Seat> asked, List<Seat> sitting) {
        String words = Fold.fold(typed);
        boolean isOfCall = CallReport.isTalk(outcome);
        boolean isWanted = outcome.equals(ReportPlan.BOTH)
                && WANTED.matcher(words).find()
                && !CALLED.matcher(words).find();
        boolean isOfTheBot = outcome.equals(OutcomeWords.UNDO)
                && UNTOLD_BY_THE_BOT.matcher(words).find()
                && !CALLED.matcher(words).find();
        if (NOT_CALLED.matcher(words).find() || MAKES_NONE.matcher(words).find() || isWanted || isOfTheBot) {
            return UNSURE;
        } else if (HangUp.isByWriter(words, outcome)) {
            return HUNG_UP;
        } else if (outcome.equals(CallReport.WRONG) && !WrongNumber.isSaid(typed, words)) {
            return UNSURE;
        } else if (isOfCall
                && (OF_THE_BOT.matcher(words).find() || OF_A_CASE.matcher(words).find())) {
            return UNSURE;
        }
        boolean isOfAsked = asked.isPresent()
                && !ANOTHER_CALL.matcher(words).find()
                && asked.stream().toList().containsAll(Directory.spokenOf(typed, sitting));
        boolean isUnsaid = DID_NOT_SAY.matcher(words).find();
        if (isOfAsked && isOfCall && !outcome.equals(CallReport.SPOKE)) {
            return ANSWER;
        }
        boolean isNoStance = asked.isPresent()
                && (outcome.equals(OutcomeWords.UNDO) || outcome.equals(OutcomeWords.NONE))
                && NO_STANCE.matcher(words).find()
                && asked.stream().toList().containsAll(Directory.spokenOf(typed, sitting));
        return isNoStance || (isOfAsked && isUnsaid && (isOfCall || outcome.equals(OutcomeWords.NONE)))
                ? UNSAID
                : outcome;
    }

    /**
     * A text without what it asks about the record of a report, or says was told before: "not 9 i said after 2. did u take off that i
     * talked to warnock", "ya te dije las 2. acuérdame el lunes".
     */
    static String withoutTheRecord(String typed) {
        List<String> clauses = Clauses.all(typed).toList();
        List<String> told = clauses.stream()
                .filter(clause -> !ReportWords.ASKS_OF_RECORD
                                .matcher(Fold.fold(clause))
                                .find()
                        && !ReportWords.TOLD_BEFORE.matcher(Fold.fold(clause)).find())
                .toList();
        return told.size() == clauses.size() ? typed : String.join(", ", told);
    }

    /** Whether a text tells where a lawmaker stands from the news alone, so that it's no call: "Moreno said on TV he's voting no". */
    static boolean isOfTheNews(String typed) {
        String words = Fold.fold(typed);
        return ReportWords.IN_THE_NEWS.matcher(words).find()
                && !ReportWords.OF_A_CALL.matcher(words).find();
    }

    /** Whether a text says that the bot gave no answer: "no me contestó. Le pregunté quién paga". */
    static boolean isOfTheBotsAnswer(String typed) {
        return NO_ANSWER_OF_THE_BOT.matcher(Fold.fold(typed)).find();
    }

    /** Whether a text says not to count one call. */
    static boolean takesBack(String typed) {
        return Clauses.all(typed)
                .map(Fold::fold)
                .anyMatch(clause -> NOT_TO_COUNT.matcher(clause).find()
                        && !OF_ANOTHER.matcher(clause).find());
    }

    /** Whether a text says that the call that was just counted was none: "no wait i didnt call yet! i was just asking". */
    static boolean deniesCall(String typed) {
        String words = Fold.fold(typed);
        return NO_CALL_YET.matcher(words).find()
                && (DISAGREES.matcher(words).find() || ONLY_ASKED.matcher(words).find());
    }

    /** Whether a text says that the call that was just taken for a missed one got through: "no, I did get through". */
    static boolean reachedAfterAll(String typed) {
        return REACHED_AFTER_ALL.matcher(Fold.fold(typed)).find();
    }

    /** Whether a text tells of another call with the office that was told of last: "a guy from his office called me back". */
    static boolean isOfTheSameOffice(String typed) {
        return CALLED_AGAIN.matcher(Fold.fold(typed)).find();
    }

    /** Whether a text tells of calls at all, and not only of a place and a lawmaker. */
    static boolean tellsOfCalls(String typed) {
        return CALLED.matcher(Fold.fold(typed)).find();
    }

    /** Whether a text names one of two offices and says of no other one that it was called. */
    static boolean namesOne(String typed, List<Seat> sitting) {
        return Directory.spokenOf(typed, sitting).size() == 1 && !isOfSeveral(typed, sitting);
    }

    /** Whether a text may be about more than one office. */
    static boolean isOfSeveral(String typed, List<Seat> sitting) {
        return MORE_THAN_ONE.matcher(Fold.fold(typed)).find()
                || Directory.spokenOf(typed, sitting).size() > 1;
    }

    /** Whether a text says of the talk that was just counted that there was none: "no, I never talked, I hung up". */
    static boolean deniesTalk(String typed) {
        String words = Fold.fold(typed);
        return DISAGREES.matcher(words).find()
                && NOTHING_SAID.matcher(words).find()
                && !THEY_DID_NOT.matcher(words).find()
                && !YET.matcher(words).find();
    }
}
