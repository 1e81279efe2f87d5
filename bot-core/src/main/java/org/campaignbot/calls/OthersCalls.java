package org.campaignbot.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.campaignbot.flow.Clauses;
import org.campaignbot.flow.Fold;

/** Tells the calls of others, which count in chats of their own, from the writer's own. */
final class OthersCalls {

    private static final String KIN =
            "(?:wife|wifes|husband|hubby|partner|mom|moms|mother|mothers|dad|dads|father|parents|sister|sisters|brother|brothers|son|sons|daughter|daughters"
                    + "|kid|kids|cousin|aunt|uncle|tia|tio|abuela|abuelo|grandma|grandpa|grandson|granddaughter|niece|nephew|friend|friends|room(?: ?m)?ates?|roomies?|landlord|landlady|neighbor|neighbors"
                    + "|boyfriend|girlfriend|fiance|coworker|coworkers|boss|in laws|group|church|book club|team|class"
                    + "|espos[oa]|marido|mujer|mama|mami|mai|papa|papi|pai|apa|herman[oa]s?|hij[oa]s?|prim[oa]s?|comadres?|compadres?|suegr[oa]|cunad[oa]|sobrin[oa]s?|niet[oa]s?|vecin[oa]s?"
                    + "|novi[oa]|viej[oa]|morr[oa]|senor[oa]|ruc[oa]|amig[oa]s?|companer[oa]s?|jef[ae]|grupo|iglesia|familia)";

    private static final Pattern BY_OTHERS = Pattern.compile("\\b(?:my|our|mi|mis|nuestr[oa])(?: \\w+)? " + KIN
            + "(?: (?:and|y|n) (?:(?:my|his|her|mi|su) )?\\w+)?(?: (?:in|from|en|de) \\w+(?: (?!ya|tambien|already|also)\\w+)?)?(?: (?:already|also|just|finally|then|tambien|tmb|tmbn|tambn|tb|ya|si|ella|el))*"
            + " (?:called|calls|phoned|rang|left|talked|spoke|got (?:through|thru|the|a|an|him|her|voicemail|busy)|reached|tried|did (?:hers|his|theirs|both|one)"
            + "|llamo|llamaron|marco|marcaron|(?:le|les) (?:hablo|dejo|hablaron|dejaron)|dejo|dejaron|hablo con|hablaron con|platico|platicaron)\\b"
            + "|\\b(?:calls?|messages?|voicemails?|ones?) (?:of|from|by) my(?: \\w+)? " + KIN
            + "\\b|\\b(?:las|los|la|lo|llamadas?|mensajes?|recados?)(?: del? mensaje| era| eran| son)? de mis?(?: \\w+)? "
            + KIN + "\\b");

    /** What only the writer can have done. */
    private static final Pattern BY_ME = Pattern.compile(
            "\\b(?:i|ive|we)(?: (?:just|also|already|then|both|have|finally|did|too))* (?:called|phoned|left|talked|spoke|got|reached|tried|did)\\b|\\b(?:for me|por mi)\\b|\\bme and\\b|\\band (?:i|me)\\b"
                    + "|\\byo\\b|\\b(?:y|mi \\w+ y) yo\\b|\\b(?:llame|deje|hable|marque|platique|llamamos|dejamos|hablamos|marcamos)\\b");

    /** Says not to count somebody else's call: "no la cuentes a ella con lo mío". */
    private static final Pattern NOT_THEIRS = Pattern.compile(
            "\\bno l[ao]s? cuentes? (?:a (?:ella|el|ell[ao]s)|con lo mio)\\b|\\b(?:dont|do not) count (?:hers|his|theirs)\\b");

    private OthersCalls() {}

    /**
     * A text without what it tells of others' calls, which goes on until the writer speaks of themselves: nothing is left of "my wife
     * called both of ours, too", and the first half of "I left King a message and my wife called Collins".
     */
    static String own(String typed) {
        String words = Fold.fold(typed);
        if (!BY_OTHERS.matcher(words).find()) {
            return typed;
        }
        List<String> clauses = Clauses.all(typed).toList();
        List<String> own = new ArrayList<>();
        boolean isOfOthers = false;
        for (String clause : clauses) {
            String folded = Fold.fold(clause);
            isOfOthers = !BY_ME.matcher(folded).find()
                    && (isOfOthers || BY_OTHERS.matcher(folded).find());
            if (!isOfOthers) {
                own.add(clause);
            }
        }
        // "My wife and kids called" says so in no clause alone.
        boolean isOfNoClause = own.size() == clauses.size();
        return isOfNoClause ? BY_ME.matcher(words).find() ? typed : "" : String.join(", ", own);
    }

    /** Whether the writer says that they called, too. */
    static boolean isOfWriterToo(String typed) {
        return BY_ME.matcher(Fold.fold(typed)).find();
    }

    /** Whether a text only says not to count somebody else's call. */
    static boolean isNotToCount(String typed) {
        return NOT_THEIRS.matcher(Fold.fold(typed)).find();
    }
}
