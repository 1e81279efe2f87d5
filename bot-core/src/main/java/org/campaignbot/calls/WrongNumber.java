package org.campaignbot.calls;

import java.util.regex.Pattern;

/** Tells whether a text really says that a number is wrong. */
final class WrongNumber {

    /** Words that a number isn't right, or isn't that of the office. */
    private static final Pattern WRONG = Pattern.compile(
            "\\b(?:wr?o?ng|disc?onn?ect\\w*|out of|no|not|isnt|wasnt|dont|doesnt|aint|dead|invalid|incorrect|bad|old|changed|error|else\\w*|random|different"
                    + "|moved|unassigned|private|never|wont|cannot|cant|shut off|e[qk]uivo\\w*|ekivo\\w*|h?errad[oa]|mal[oa]?|fuera de|desconectad[oa]"
                    + "|suspendid[oa]|incorrect[oa]|cambi\\w*|otr[oa]|muert[oa]|cortad[oa]|dado de baja)\\b");

    /** Somebody else was on the line. */
    private static final Pattern SOMEONE_ELSE = Pattern.compile(
            "\\b(?:got|reached|ended up|called|goes|went|rings|rang|answered|picked up|said|says|sent|its|it s|recording|beeps|tones|cell"
                    + "|contest\\w*|atend\\w*|sali?o|sale|cayo en|cai|llame|llevo|marque|dice\\w*|dij\\w+|mandaste|aparece|llamada|es un\\w?|es el|es de|era|suena\\w*|hace ruido|fax|belongs|took|thats an?|that was|this is|is an?|whoever|place)\\b");

    private static final Pattern WHO_IS = Pattern.compile(
            "\\b(?:who is|whos|isnt (?:he|she|that)|wasnt (?:he|she|that)|quien es|quienes son|sabe quien|no era (?:el|la) (?!ofic|numero))\\b");

    private static final Pattern NUMBER =
            Pattern.compile("\\b(?:numbers?|phone|line|numeros?|num|telefono|tel|linea)\\b");

    private static final Pattern RIGHT = Pattern.compile(
            "\\b(?:number|numero|line)(?: \\w+)? (?:is|was|esta|era) (?:bien|right|fine|ok|correct\\w*|good|bueno)\\b");

    private WrongNumber() {}

    /** Whether a text says that a number is right after all. */
    static boolean isDenied(String words) {
        return RIGHT.matcher(words).find();
    }

    /** A question about whose number it is reports none: "that's the same number??", "isn't he the governor?". */
    static boolean isSaid(String typed, String words) {
        boolean isSomeoneElse = SOMEONE_ELSE.matcher(words).find();
        boolean isWrong = WRONG.matcher(words).find();
        boolean isAsking = typed.indexOf('?') >= 0;
        if (isAsking && WHO_IS.matcher(words).find()) {
            return false;
        }
        return !isDenied(words)
                && (isSomeoneElse
                        || (isWrong && (!isAsking || NUMBER.matcher(words).find())));
    }
}
