package org.campaignbot.calls;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an office says its lawmaker stands, as somebody's words have it: {@link #FOR} is with the campaign.
 *
 * <p>Whoever is against the money is with us, and whoever is for the bill is against us, so it matters what comes after "for" and
 * "against", and whether it's denied. Words that say neither tell nothing.
 */
final class Stance {

    /** With us. */
    static final String FOR = "for";

    /** Against us. */
    static final String AGAINST = "against";

    /** Not decided, or not told. */
    static final String UNDECIDED = "undecided";

    private static final String THE =
            "(?:(?:the|this|that|it|any|more|all|his|trumps|l[oae]s?|es[aeo]s?|est[aeo]s?|mas|tod[oa]s?|nada de|lo de|esa|su|un) )*";

    /** What the campaign is against. */
    private static final String MONEY = "(?:(?:big|extra|detention|ice|federal|border|senate) )*"
            + "(?:bill|money|funding|funds?|budget|package|appropriations?|spending|camps?|beds?|detention\\w*|deportation\\w*|ice|cages?|jails?|prisons?"
            + "|financiamiento|dinero|lana|plata|fondos?|ley|proyecto|presupuesto|carcel\\w*|centros?|migra|detencion\\w*|camas?|deportacion\\w*|paquete)\\b";

    private static final Pattern UNTOLD = Pattern.compile(
            "\\bundecided\\b|\\b(?:hasnt|has not|havent|have not|hadnt|not)(?: \\w+)? (?:decid\\w+|made up|taken a|made a decision|there yet)|\\bnot sure (?:how|yet)"
                    + "|\\bstill (?:\\w+ )?(?:think\\w*|weigh\\w*|decid\\w*|consider\\w*|review\\w*|look\\w*|stud\\w+)|\\bon the fence\\b|\\btorn\\b|\\beither way\\b|\\b50 50\\b|\\bup in the air\\b"
                    + "|\\b(?:wouldnt|would not|wont|will not|couldnt|could not|didnt|did not|cant|cannot|dont|doesnt|refused to|not allowed to|never)(?: \\w+)? (?:say|tell|share|answer|comment|give (?:a|an|any|me))\\b"
                    + "|\\bno (?:comment|position|stance|word|idea|clue|answer on)\\b|\\b(?:dodg\\w+|clammed up)\\b|\\blips sealed\\b|\\bdont know (?:yet|how)\\b"
                    + "|\\bindecis[oa]\\b|\\b(?:no|todavia no|aun no)(?: (?:se|ha|han|lo|le|me|nos|quiso|quisieron|quiere|quieren|supo|sabe|sabia\\w*|puede\\w*|saben))* (?:ha decidid\\w+|decid\\w+|tomad\\w+|dec\\w+|dij\\w+|soltar|soltaron|solto|coment\\w+|sab\\w+|supo|quis\\w+)\\b"
                    + "|\\b(?:esta|anda)n? (?:\\w+ )?(?:pensando|estudiando|analizando|evaluando|considerando)\\w*|\\bdando(?:le)? vueltas\\b|\\bni idea\\b");

    /** An answer that was none: "it wasn't really a yes". */
    private static final Pattern NO_REAL_ANSWER = Pattern.compile(
            "\\b(?:wasnt|isnt|aint|not|wouldnt call it)(?: (?:really|exactly|quite|even|actually))? an? (?:\\w+ )?(?:yes|no)\\b"
                    + "|\\bno (?:fue|era)(?: \\w+)? un (?:si|no)\\b");

    /** Neither another dollar nor any: whoever gives none is with us. */
    private static final Pattern NOT_A_CENT = Pattern.compile(
            "\\b(?:not|wont|dont|doesnt|no|ni)\\b.*\\b(?:nickel|dime|penny|cent|dollar|peso|centavo|quinto)s?\\b");

    private static final Pattern WITH_US = Pattern.compile(
            "\\b(?:with (?:us|you)\\b(?! people)|on (?:our|your) (?:side|team)|our (?:side|way|friend)|agrees? with (?:us|you|me|you guys)"
                    + "|con (?:nosotros|ustedes)|(?:de|a) (?:nuestro|su|tu) lado|de los nuestros|nos (?:apoya|quiere|respalda)\\w*)\\b");

    private static final Pattern AGAINST_US = Pattern.compile(
            "\\b(?:against (?:us|you|you guys|you people)|en contra (?:nuestra|de nosotros|suya|de ustedes))\\b");

    private static final Pattern AGAINST_THE_MONEY =
            Pattern.compile("\\b(?:against|oppos\\w+(?: to)?|block\\w*|en contra de|se opone a) " + THE + MONEY
                    + "|\\b(?:will|would|hell|shell|gonna|going to|to|plans to) (?:oppose|block|kill) (?:it|them|this|that)\\b|\\b(?:will|would|hell|shell|gonna|going to) oppose\\b"
                    + "|\\b(?:vot\\w+|go\\w*) (?:it |this |that )?(?:no|down|against (?:it|them|this|that))\\b|\\b(?:a|hard|firm|flat|leaning|solid|lean) no\\b(?! (?:for|from) (?:us|me))|\\bno on "
                    + THE + "(?:it|" + MONEY
                    + ")|\\bhard pass\\b|\\bva por el no\\b|\\bvota\\w*(?: \\w+)?(?: que)? no\\b|\\bcontra (?:del? )?"
                    + THE + MONEY
                    + "|\\b(?:que|dic\\w+|dij\\w+) (?:que )?no a (?:l|l?os|es[aeo]s?)\\b|\\b(?:que )?no al? " + THE
                    + MONEY);

    private static final Pattern FOR_THE_MONEY = Pattern.compile(
            "\\b(?:for|support\\w*|backs?|back|backing|behind|approv\\w+|likes?|favors?|wants?|needs?|votes? for|vote for|voting for|yes on|yes to|fund\\w*|pay\\w* for|a favor de|apoya\\w*|quiere\\w*|respalda\\w*|con todo por|si a|del lado de) "
                    + THE + MONEY
                    + "|\\b(?:fund\\w*|support\\w*|back\\w*|vote for|voting for|pay\\w* for) (?:it|them|this|that)\\b"
                    + "|\\b(?:vot\\w+) (?:yes|for (?:it|them|this|that))\\b|\\b(?:a|hard|firm|flat|leaning|solid|lean) yes\\b(?! (?:for|from) (?:us|me))"
                    + "|\\b(?:with|supports?|backs?|stands? (?:with|by)|w|wit) (?:the president|trump|ice)\\b|\\bon board w\\w*|\\bva por el si\\b|\\bvota\\w*(?: \\w+)? (?:que )?(?:si|a favor)\\b"
                    + "|\\bapoya\\w* (?:a |al |la )*(?:agenda|presidente|trump|ice)\\b|\\bquiere mas\\b|\\bthrow\\w* money\\b");

    /** What denies the words after it. */
    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:not|isnt|aint|wont|wouldnt|doesnt|dont|didnt|never|no|nor|ni|tampoco|nunca|neither|ningun[oa]?)(?: (?!(?:que|but|he|she|they|hes|shes|theyre|el|ella|ellos)\\b)\\w+){0,3} ?$");

    /** "It" is the money only if the money was named: "gallego's against the money, kelly's for it". */
    private static final Pattern FOR_IT =
            Pattern.compile("\\b(?:is|s|hes|shes|are|theyre) (?:all )?for (?:it|them)\\b");

    private static final Pattern AGAINST_IT =
            Pattern.compile("\\b(?:is|s|hes|shes|are|theyre) (?:all |totally )?(?:against|opposed to) (?:it|them)\\b");

    private static final Pattern NAMED = Pattern.compile("\\b" + MONEY);

    private Stance() {}

    /**
     * Where the words of one clause say that a lawmaker stands; null if they don't.
     *
     * @param words folded text
     * @param isOfMoney whether the text that the clause is of names the money or the bill
     */
    static @Nullable String in(String words, boolean isOfMoney) {
        if (NO_REAL_ANSWER.matcher(words).find()) {
            return UNDECIDED;
        } else if (NOT_A_CENT.matcher(words).find()) {
            return FOR;
        }
        String stand = stand(WITH_US, words, FOR, AGAINST);
        stand = stand == null ? stand(AGAINST_US, words, AGAINST, FOR) : stand;
        stand = stand == null ? stand(AGAINST_THE_MONEY, words, FOR, AGAINST) : stand;
        stand = stand == null ? stand(FOR_THE_MONEY, words, AGAINST, FOR) : stand;
        if (stand == null && isOfMoney) {
            stand = stand(FOR_IT, words, AGAINST, FOR);
            stand = stand == null ? stand(AGAINST_IT, words, FOR, AGAINST) : stand;
        }
        return stand == null && UNTOLD.matcher(words).find() ? UNDECIDED : stand;
    }

    /** Whether words name the money or the bill. */
    static boolean namesMoney(String words) {
        return NAMED.matcher(words).find();
    }

    private static @Nullable String stand(Pattern pattern, String words, String stand, String otherwise) {
        Matcher found = pattern.matcher(words);
        if (!found.find()) {
            return null;
        }
        return DENIED.matcher(words.substring(0, found.start())).find() ? otherwise : stand;
    }
}
