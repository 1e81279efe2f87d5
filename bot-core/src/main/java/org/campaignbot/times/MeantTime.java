package org.campaignbot.times;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is left of a text for a reminder once the times that somebody doesn't mean are out: those they deny ("Wednesday, not
 * Monday"), those they can't make ("at three I work") and the present ("it's Sunday night").
 */
final class MeantTime {

    /** Where another thought may begin; parts that stay are joined again as they were. */
    private static final Pattern THOUGHTS = Pattern.compile(
            "(?iu)(?<=[,;!?])\\s*|(?<=\\.)\\s+|\\s+(?=(?:but|so|because|cuz|its|it['’]s"
                    + "|it is|remind|make|pero|sino|mejor|porque|que|q|ya es|recu[eé]rd\\w*|av[ií]s\\w*|p[oó]n\\w*)\\b)");

    private static final Pattern EXCUSE = Pattern.compile(
            "(?iu)(?<!\\b(?:when|while|cuando|mientras) )\\b(?:can['’]?t|cannot|can not|no puedo|won['’]?t work|does(?:n['’]?t| not) work"
                    + "|i work|i['’]?m (?:working|busy|at work)|busy|ocupad[oa])\\b"
                    // "My break is over in 5"
                    + "|\\b(?:break|lunch|shift|class|bus|descanso|lonche|almuerzo|turno|clase)(?:['’]?s)? (?:\\w+ )?(?:over|up|ends?|done|se acaba|acaba|termina)\\b"
                    // "Wed is bad", "the bus is at 9", "weds I have a court thing"
                    + "|\\b(?:is|are|looks|gets|est[aá]) (?:bad|no good|out|taken|mal|malo|dif[ií]cil)\\b|^\\s*(?:the|my|el|la|mi) \\w+(?: \\w+)? (?:is|leaves|comes|starts|sale|llega|pasa|empieza|es) (?:at|a) (?:las? )?\\d"
                    + "|\\bi(?: have|['’]ve got| got) (?:a )?(?:court|class|school|work|church|practice|soccer|an? appointment)\\b|(?<!\\b(?:del|al|el|mi) )\\btrabajo\\b");

    /** "I have class til 2, so after that" means a little later than two. */
    private static final Pattern FREE_AFTER = Pattern.compile(
            "(?iu)(?:\\b(?:i|i['’]?m|tengo|trabajo|estoy|salgo)\\b[^,.;!?]*?)?\\b(?:(?:un)?till?|hasta(?: como)?(?: a)?(?: las?)?)\\s+(\\d{1,2})\\b(?![:.\\d]\\d)"
                    + "(?=.*\\b(?:after|despu[eé]s|luego)\\b)");

    /** "De la noche no, de la mañana": what stands before the no is denied. */
    private static final Pattern DENIED_HALF = Pattern.compile(
            "(?iu)(?:\\b(?:de|en|por) la (?:ma[nñ]ana|tarde|noche)|\\b[ap]\\.? ?m\\b\\.?),? no\\b,?(?= (?:(?:de|en|por) la|[ap]\\.? ?m))");

    private static final Pattern PRESENT =
            Pattern.compile("(?iu)^\\s*(?:its|it['’]s|it is|(?:q |que |porque )?(?:ya |hoy )?es)\\b(?!\\s+que\\b)"
                    + "(?!.*\\b(?:easier|better|best|fine|mejor|f[aá]cil)\\b)");

    private static final Pattern DENIED =
            Pattern.compile("(?iu)\\b(?:not|no|instead of|rather than|en vez de|en lugar de)\\b"
                    + "(?! (?:before|earlier|later|until|till|antes|despu[eé]s|hasta)\\b).*$");

    /** A "no" that opens a text may answer, and deny nothing: "no, Wednesday". */
    private static final Pattern ANSWER = Pattern.compile("(?iu)^\\s*no\\b[\\s,]*");

    private MeantTime() {}

    /** The part of a text that says the time that is meant: the whole text where no part alone says one, and none if it's denied. */
    static String of(String typed, LocalDate today) {
        String text = DENIED_HALF
                .matcher(FREE_AFTER.matcher(typed).replaceAll("at $1:15"))
                .replaceAll("");
        if (isRefused(text, today)) {
            return "";
        }
        String kept = kept(text);
        if (kept.equals(text) || saysTime(kept, today)) {
            return kept;
        }
        String answered = kept(ANSWER.matcher(text).replaceFirst(""));
        return saysTime(answered, today) ? answered : text;
    }

    /** Whether a text only says which time is not possible. */
    static boolean isRefused(String text, LocalDate today) {
        if (saysTime(kept(text), today)) {
            return false;
        }
        String answered = ANSWER.matcher(text).replaceFirst("");
        return EXCUSE.matcher(text).find() || (DENIED.matcher(answered).find() && !saysTime(kept(answered), today));
    }

    private static String kept(String text) {
        List<String> thoughts = new ArrayList<>();
        for (String thought : THOUGHTS.split(text, -1)) {
            boolean isOut =
                    EXCUSE.matcher(thought).find() || PRESENT.matcher(thought).find();
            thoughts.add(isOut ? "" : DENIED.matcher(thought).replaceFirst(""));
        }
        boolean isWhole = String.join("", thoughts).equals(String.join("", THOUGHTS.split(text, -1)));
        return isWhole
                ? text
                : thoughts.stream().filter(thought -> !thought.isBlank()).collect(Collectors.joining(" "));
    }

    private static boolean saysTime(String text, LocalDate today) {
        return !text.isBlank() && new TimeScan(text.toLowerCase(Locale.ROOT), today).saysTime();
    }
}
