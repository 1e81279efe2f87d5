package org.campaignbot.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a text that say where somebody doesn't live, or how a place is written, before it's split into words. */
final class PlaceText {

    /** A state's code that is a word, too, and can only be the code here: "im in pa". Not "ok", "or", "me", "hi" and the like. */
    private static final Pattern CODE_OF_HOME =
            Pattern.compile("(?i)(\\b(?:(?:i['’]?m|i am|we['’]?re|we are|live|living|here) (?:over )?in|i said) )"
                    + "(al|ar|co|id|mi|mo|ms|ne|oh|pa|va)(?=\\s*(?:[.,;!?]|$|and\\b|but\\b))");

    /** People who live just outside of D.C. don't live in it. */
    private static final Pattern OUTSIDE_THE_CAPITAL = Pattern.compile(
            "\\b(?:outside(?: of)?|afueras de) (?:washington,? )?d\\.?c\\.?(?!\\w)[\\s,]*", Pattern.CASE_INSENSITIVE);

    /** A quarter of D.C., whose code may be a state's, as in "NE dc". */
    private static final Pattern QUARTER = Pattern.compile(
            "\\b(?:ne|nw|se|sw)[ ,]+(?=(?:washington,? )?d\\.?c\\b)|(?<=\\bd\\.?c\\b)[ ,]+(?:ne|nw|se|sw)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The town that isn't meant, as in "Fayetteville NC, not the one in Arkansas" and "Lima Ohio no Lima Perú". */
    private static final Pattern NAMESAKE = Pattern.compile(
            "(?<=\\p{L}{2},? \\p{L}{2,20})[, ]+(?:no|not) (?!(?:sure|s[eé]|estoy|tengo|puedo|quiero|vivo|hay|me|nos|the best)\\b)(?:(?:la|el) de |the one in |(?:the |el |la )?(?:otr[oa]|other) |en |in )?"
                    + "\\p{L}+(?: \\p{L}+)?(?: (?:lol|(?:ja)+j?|(?:ha)+))?(?=\\W*$|,)",
            Pattern.CASE_INSENSITIVE);

    /** The states that aren't meant, as in "Iowa not Idaho not Ohio". */
    private static final Pattern OTHER_STATE = Pattern.compile(
            "(?<=\\p{L}{2})[, ]+(?:not (?:in )?|no en )(?:"
                    + States.codes().stream()
                            .map(code -> States.name(code).orElseThrow())
                            .collect(Collectors.joining("|"))
                    + ")(?=\\W*$|\\s*[,.;]| (?:not|no|or|and|ni|y|i|i'm|im|we|yo)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** Where somebody lived before, as in "moved from Nebraska to Fort Collins". */
    private static final Pattern MOVED_FROM = Pattern.compile(
            "(?:[,;]?\\s*\\b(?:me|nos|yo|i|we|just|i just|we just)\\s+)?\\b(?:(?:just )?moved|mud[eé]|mudamos|mudado|mudar|pas[eé]|pasamos|cambi[eé]|cambiamos|vine|vinimos|venimos) "
                    + "(?:\\p{L}+ ){0,3}?(?:from|de|d|desde) .+?(?=\\s(?:to|a|al|para|pa'?)\\s|[,.;]|$)",
            Pattern.CASE_INSENSITIVE);

    /** A place that somebody left, before another clause: "I left Miami in 2019, I'm in Dayton now". Left Hand is a town. */
    private static final Pattern LEFT = Pattern.compile(
            "(?:^|(?<!\\bno )(?<!\\bnunca )\\b(?:i|we|i just|we just|me|nos|yo)\\s+)\\b(?:left(?! hand\\b)|sal[ií] de|salimos de|fui de|fuimos de)"
                    + "(?:(?! (?:for|to|para|pa)\\b)[^,.;])+?"
                    + "(?:(?:,\\s*\\p{L}+)?[,.;]\\s*(?=\\S)|\\s(?:and|y|but|pero)\\s+(?=(?:i|im|i'm|we|we're|now|live|here|ahora|ya|vivo|vivimos|estoy|estamos)\\b))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Where somebody says they don't live, as in "Nevada, ya no vivo en Houston". */
    private static final Pattern NOT_THERE = Pattern.compile(
            "\\b(?:(?:ya )?no viv(?:o|imos) (?:ya )?en|(?:(?:i|we) )?(?:don'?t|do not|no longer) live in)"
                    + "(?:(?! (?:sino|pero|but|and|y|vivo|vivimos|i|we|now|ahora)\\b)[^,.;])+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The new place before the old one, as in "moved to Dallas from New York last year". */
    private static final Pattern MOVED_TO_FROM = Pattern.compile(
            "^(?:(?:i|we|yo|just|me|nos|ya) )*(?:moved|mud[eé]|mudamos) (?:down |up |out |over |back )?(?:to|a|para|pa) "
                    + "(?<to>\\p{L}+(?: \\p{L}+){0,2}?) (?:from|desde) (?!.*\\b(?:and|but|now|back|y|pero|ahora)\\b)[^,.;]+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MOVED_FROM_TO =
            Pattern.compile(MOVED_FROM.pattern() + "\\s(?:to|a|al|para|pa'?)(?=\\s)", Pattern.CASE_INSENSITIVE);

    /** A longer text is a letter, in which no place is looked for. */
    private static final int LONGEST = 600;

    /** When somebody moved, at the end of a text: "to Denver two years ago", "a Austin en enero". */
    private static final Pattern WHEN = Pattern.compile(
            "\\s(?:(?:(?:about|around|like|just|hace|como) )*(?:(?:\\p{L}+|\\d+) )?(?:a[nñ]os?|mes(?:es)?|semanas?|d[ií]as?|(?:couple (?:of )?|few )?(?:years?|yrs?|months?|weeks?|days?))(?: (?:ago|back|now|ya|pasad[oa]))?"
                    + "|(?:last|this|este|esta|el|la) (?:year|month|week|spring|summer|fall|winter|a[nñ]o|mes|semana|verano|primavera|otoño|invierno)(?: pasad[oa])?"
                    + "|(?:back )?(?:in|en|since|desde)(?: el)? (?:\\d{2,4}|january|february|march|april|may|june|july|august|september|october|november|december"
                    + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?: (?:of |de(?:l)? )?\\d{4})?"
                    + "|(?:when|cuando|after|despu[eé]s|because|porque|for|por) .*)\\W*$",
            Pattern.CASE_INSENSITIVE);

    /** Somebody else who moved, or a wish to move. */
    private static final Pattern SOMEBODY_ELSE = Pattern.compile(
            "\\b(?:he|she|they|him|them|husband|wife|brothers?|sisters?|sons?|daughters?|mom|dad|mother|father|parents|cousins?|uncle|aunt"
                    + "|friends?|neighbors?|kids|family|want|gonna|going|espos[oa]|marido|mujer|herman[oa]s?|hij[oa]s?|mam[aá]|pap[aá]s?"
                    + "|prim[oa]s?|t[ií][oa]s?|amig[oa]s?|vecin[oa]s?|ella|ellos|familia|quier\\p{L}+|vamos a|voy a)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Where somebody moved to, as in "deported to Morelia, 22 years in Illinois". */
    private static final Pattern MOVED_TO = Pattern.compile(
            "\\b(?:moved|deported|retired|went back|mud\\p{L}+|cambi\\p{L}+|vine|vinimos|venimos|regres\\p{L}+|deport\\p{L}+)\\b.{0,30}?"
                    + "\\b(?:to|a|pa|para) (?!vivir)(?<place>\\p{L}+(?: \\p{L}+){0,2}?)"
                    + "(?=[,.;]|$| (?:after|last|when|in|and|now|después|despues|cuando|hace|el|y|con)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** Where somebody was before, as in "Mexico City now, Houston before". */
    private static final Pattern BEFORE = Pattern.compile(
            "(?: now| ahora)?,\\s*(?!.*\\b(?:never|been|not|nunca|no)\\b)\\p{L}+(?: \\p{L}+){0,2} (?:before|antes)\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** How long somebody has lived somewhere, as in "llevo 20 años en Orlando". */
    private static final Pattern FOR_YEARS = Pattern.compile(
            "\\bllev(?:o|amos)\\b[^,.;]{0,25}?\\b(?:años?|meses|semanas|toda la vida|mucho|tiempo)\\b(?: viviendo)?(?: aqu[ií])? en\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** What people say before a place that they named already: "I said Georgia", "ya te dije que en Ohio". */
    private static final Pattern TOLD_AGAIN = Pattern.compile(
            "^(?:(?:no|ok|ugh|jesus|pues|yes|yeah|si|sí|bro|man|dude|mijo|mija|oye|oiga|pero|but)[,.! ]+)*(?:(?:like )?i (?:already |just |literally )*(?:said|told (?:you|u))(?: it'?s| im in| i'?m in| in)?"
                    + "|(?:ya )?(?:te |t |le |les )?(?:dije|hab[ií]a dicho)(?: que| q)?(?: en| vivo en)?)[: ]+(?=\\S+(?: \\S+){0,3}(?:$|[.!;]))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Where somebody comes from who says where they live: "vivo en Kissimmee pero soy de Bayamón". Where they vote may be home. */
    private static final Pattern ORIGIN = Pattern.compile(
            "(?!.*\\bvot)(?<=\\b(?:vivo|vivimos|live|living) .{3,60})[, ]+(?:pero|aunque|but|though|although) (?:(?:yo|i['’]?m|i am|we['’]?re|originally|was) )*"
                    + "(?:soy d(?:e)?|somos de|from|born in|nac[ií] en) [^,.;!?]+",
            Pattern.CASE_INSENSITIVE);

    /** Where somebody votes who is elsewhere: "in Madison Wisconsin but registered to vote at my parents in Minnesota". That's home. */
    private static final Pattern VOTES_IN = Pattern.compile(
            "^(?!.*\\b(?:moved|mud(?:é|e|amos)|left)\\b).*\\b(?:but|though|although|pero|aunque)\\b.{0,20}?\\b(?:registered|i (?:still )?vote|registrad[oa]|inscrit[oa]|(?:todav[ií]a )?voto)\\b(?: to vote| para votar)?(?: still)?"
                    + "(?: (?:at|with) my \\p{L}+['’]?s?(?: (?:house|place|address))?)?(?: over| back)? (?:in|en) (?<to>\\p{L}+(?: \\p{L}+){0,2}?)"
                    + "(?=\\s*$|[,.;!?]|\\s+(?:which|who|what|so|how|do|can|que|qu[ié]\\p{L}+|cu[aá]l\\p{L}*|y|and)\\b).*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern LA_WITH_STOPS = Pattern.compile("\\bl\\.\\s?a\\.(?!\\w)", Pattern.CASE_INSENSITIVE);

    /** Without its tilde it's a state. */
    private static final Pattern MOUNTAIN = Pattern.compile("\\bmontañas?\\b", Pattern.CASE_INSENSITIVE);

    /** Somebody who doesn't know which of two it is: "virginia, no me acuerdo cuál de las dos", "one of the Carolinas". */
    private static final Pattern ONE_OF_TWO = Pattern.compile(
            "(?<!west |north |south )\\b(?<which>virginia|carolina|dakota)s?\\b[^;]{0,20}?\\b"
                    + "(?:no me acuerdo|no s[eé]|don'?t (?:know|remember)|not sure|can'?t remember|forgot) (?:de )?"
                    + "(?:which|cu[aá]l)(?=\\W*$| one\\b| of (?:the|them)\\b| de las (?:dos|dakotas|carolinas)\\b)"
                    + "|\\b(?:one of|una de) (?:the|las) (?<those>virginia|carolina|dakota)s\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_HERE = Pattern.compile(
            "\\bnot where (?:i|we) live\\b|\\b(?:don'?t|do not) live there\\b|\\bno (?:es donde vivo|vivo (?:ah[ií]|all[aá]))\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern UNSURE = Pattern.compile(
            "\\b(?:no s[eé]|no estoy segur[oa]|not sure|idk|i ?don'?t know|dunno)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Border towns have a namesake on this side. */
    private static final Pattern MEXICAN_SIDE =
            Pattern.compile("\\b(?:mexican side|lado (?:mexicano|de m[eé]xico))\\b", Pattern.CASE_INSENSITIVE);

    /** A ZIP code that is typed digit by digit, or with a space. */
    private static final Pattern SPACED_ZIP =
            Pattern.compile("(?<!\\d)(?<!\\d[ .-])(?:\\d(?:[ .-]\\d){4}|\\d{3} \\d{2})(?![ .-]?\\d)");

    /** A mistyped ZIP code: a digit too few or too many, as in "im in zip 7820" or "7702", or an O, L or I among three digits or four. */
    private static final Pattern BROKEN_ZIP = Pattern.compile(
            "\\b(?:zip(?: ?code)?|c[oó]digo(?! de)(?: postal)?)\\D{0,12}(?:\\d{3,4}|\\d{6,})\\b|^\\s*\\d{4}\\s*$"
                    + "|^\\s*(?=(?:\\D*\\d){3})(?!\\d+$)[\\dOoLlI]{5}\\s*$",
            Pattern.CASE_INSENSITIVE);

    private PlaceText() {}

    /** The ZIP code in a text that is written in parts; empty if there's none. */
    static Optional<String> spacedZip(String text) {
        Matcher spaced = SPACED_ZIP.matcher(text);
        return spaced.find() ? Optional.of(spaced.group().replaceAll("\\D", "")) : Optional.empty();
    }

    /** Whether a text has a mistyped ZIP code: too few or too many digits, or a letter for one of them, as in "5540l". */
    static boolean isBrokenZip(String text) {
        return BROKEN_ZIP.matcher(text).find();
    }

    /** Whether a text says that a place isn't home. */
    static boolean isNotHere(String text) {
        return NOT_HERE.matcher(text).find();
    }

    /** A text without names that mean another place once the letters are folded. */
    static String plain(String text) {
        String place = TOLD_AGAIN.matcher(text).replaceFirst("");
        String years = FOR_YEARS.matcher(place.isBlank() ? text : place).replaceAll("vivo en");
        String home = CODE_OF_HOME
                .matcher(years)
                .replaceAll(code -> code.group(1) + code.group(2).toUpperCase(Locale.ROOT));
        return MOUNTAIN.matcher(LA_WITH_STOPS.matcher(home).replaceAll("Los Angeles"))
                .replaceAll("sierra");
    }

    /** The name that two states share, where somebody doesn't know which of them it is: "virginias". */
    static Optional<String> oneOfTwo(String text) {
        Matcher either = ONE_OF_TWO.matcher(text);
        return either.find()
                ? Optional.of((either.group("which") == null ? either.group("those") : either.group("which")) + "s")
                : Optional.empty();
    }

    /** Whether somebody says that they aren't sure. */
    static boolean isUnsure(String text) {
        return UNSURE.matcher(text).find();
    }

    /** Whether the words are about the other side of the border. */
    static boolean isMexicanSide(String text) {
        return MEXICAN_SIDE.matcher(text).find();
    }

    /** The place that somebody says they moved to; empty if they don't, or somebody else did. */
    static Optional<String> movedTo(String text) {
        Matcher moved = MOVED_TO.matcher(text);
        return text.length() <= LONGEST && !SOMEBODY_ELSE.matcher(text).find() && moved.find()
                ? Optional.of(moved.group("place"))
                : Optional.empty();
    }

    /** Whether somebody says that they moved from a place. */
    static boolean hasMoved(String text) {
        return text.length() <= LONGEST && MOVED_FROM.matcher(text).find();
    }

    /** The words without when or why somebody moved, at their end. */
    static String withoutWhen(String text) {
        return text.length() > LONGEST ? text : WHEN.matcher(text).replaceFirst("");
    }

    /** Drops where somebody used to live, and puts "en" in front of where they moved, so that the finder looks there. */
    static String now(String text) {
        return text.length() > LONGEST ? text : here(MOVED_FROM_TO.matcher(text).replaceAll(" en"));
    }

    /** The words without "moved from Nebraska", "I left Miami" and "outside of DC", which say where somebody doesn't live, and D.C.'s quarters. */
    static String here(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String votes = VOTES_IN.matcher(text).replaceFirst("live in ${to}");
        String there = MOVED_TO_FROM.matcher(votes).replaceAll("live in ${to}");
        for (Pattern elsewhere : List.of(BEFORE, LEFT, NOT_THERE, MOVED_FROM, ORIGIN)) {
            there = elsewhere.matcher(there).replaceAll("");
        }
        there = OTHER_STATE.matcher(there).replaceAll("");
        String inside = NAMESAKE.matcher(OUTSIDE_THE_CAPITAL.matcher(there).replaceAll(""))
                .replaceAll("");
        return QUARTER.matcher(inside).replaceAll("").strip();
    }
}
