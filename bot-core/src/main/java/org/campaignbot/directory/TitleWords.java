package org.campaignbot.directory;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The words around a name or place that aren't part of it: titles, "I live in …", "… please". */
final class TitleWords {

    private static final Map<String, Chamber> TITLES = Map.ofEntries(
            Map.entry("sen", Chamber.SENATE),
            Map.entry("senator", Chamber.SENATE),
            Map.entry("senador", Chamber.SENATE),
            Map.entry("senadora", Chamber.SENATE),
            Map.entry("rep", Chamber.HOUSE),
            Map.entry("representative", Chamber.HOUSE),
            Map.entry("representante", Chamber.HOUSE),
            Map.entry("congressman", Chamber.HOUSE),
            Map.entry("congresswoman", Chamber.HOUSE),
            Map.entry("congressperson", Chamber.HOUSE),
            Map.entry("congresista", Chamber.HOUSE),
            Map.entry("delegate", Chamber.HOUSE),
            Map.entry("delegada", Chamber.HOUSE),
            Map.entry("delegado", Chamber.HOUSE),
            Map.entry("commissioner", Chamber.HOUSE),
            Map.entry("comisionado", Chamber.HOUSE),
            Map.entry("comisionada", Chamber.HOUSE));

    /** Whether a folded word stands before a lawmaker's name. */
    static boolean isTitle(String word) {
        return TITLES.containsKey(word);
    }

    private static final Set<String> BEFORE = Set.of(
            "i",
            "im",
            "we",
            "my",
            "our",
            "is",
            "am",
            "are",
            "live",
            "the",
            "us",
            "resident",
            "a",
            "vivo",
            "vivimos",
            "soy",
            "somos",
            "estoy",
            "mi",
            "nuestra",
            "nuestro",
            "es",
            "el",
            "la",
            "yo");

    private static final Set<String> PREPOSITIONS = Set.of("in", "from", "near", "en", "de");

    private static final Set<String> AFTER =
            Set.of("please", "thanks", "thank", "you", "gracias", "por", "favor", "usa", "eeuu", "then", "pues");

    private TitleWords() {}

    /** The query from the title on, which implies a chamber; null if there is no title with a name after it. */
    static @Nullable Titled titled(Query query) {
        for (int i = 0; i < query.size() - 1; i++) {
            Chamber chamber = TITLES.get(query.word(i));
            if (chamber != null) {
                int start = query.word(i + 1).matches("is|es") && i + 2 < query.size() ? i + 2 : i + 1;
                return new Titled(chamber, query.part(start, query.size()));
            }
            if (!BEFORE.contains(query.word(i))) {
                return null;
            }
        }
        return null;
    }

    record Titled(Chamber chamber, Query name) {}

    private static final Set<String> GREETINGS =
            Set.of("hi", "hello", "hey", "hola", "so", "well", "ok", "okay", "um", "oh", "yes", "si", "sure");

    /** Greetings of several words, which begin many messages that say where somebody lives: "good morning from Anniston". */
    private static final Pattern GREETING_BEFORE = Pattern.compile(
            "^(?:(?:(?:hi|hello|hey|heya|hiya|howdy|yo|hola|buenas|oye|saludos)(?: (?:there|yall|all|everyone|everybody|guys|todos))?"
                    + "|good (?:morning|mornin|afternoon|evening|day)|mornin|buen dia|buenos dias|buenas (?:tardes|noches)|que tal|whats up)"
                    + " )+(?:(?:calling|writing|texting) )?(?:(?:from|desde|de|aqui|aca|here|this is) )*(?=\\S)");

    private static final Pattern GREETING_AFTER = Pattern.compile(
            "(?<=\\S)(?: (?:here|aqui|aca|over here|hi|hello|hey|hola|lol|jaja|jeje|saludos|thx|ty|buenas|toda (?:la|mi) vida|all my life|born and raised|good (?:morning|afternoon|evening)"
                    + "|buen dia|buenos dias|buenas (?:tardes|noches)|por aqui))+$");

    private static final Pattern WANTED_BEFORE = Pattern.compile(
            "^(?:(?:ok|ugh|just|please|no|pues|por favor) )*(?:(?:can|could) (?:i|you|u) (?:get|have|give me)|give me|gimme|i (?:just )?(?:want|need)(?: to (?:call|phone|reach))?|i (?:said|wanted|asked for|meant)|i wanna call"
                    + "|send me|show me|whats|what is|call|dame|deme|quiero|necesito|dije|queria|pedi|paseme|pasame|cual es|llamar|llamarle)? ?"
                    + "(?:(?:the|a|el|la) )?(?:(?:phone|telephone) )?(?:number|phone|card|numero|telefono|llamar|llamarle)?(?: (?:number|de telefono))? ?(?:(?:for|of|to|de|del|a|al|para) )?(?=\\S)");

    private static final Pattern WANTED_AFTER = Pattern.compile(
            "(?<=\\S)(?: (?:office|oficina))?(?: (?:phone|telephone))?(?: (?:number|phone|card))$|(?<=\\S) office$");

    /** The query without a greeting and thanks before and after it. */
    static Query polite(Query query) {
        int to = query.size();
        while (to > 1 && AFTER.contains(query.word(to - 1))) {
            to--;
        }
        String words = String.join(" ", query.words().subList(0, to));
        Matcher before = GREETING_BEFORE.matcher(words);
        int from = before.find() ? count(before.group()) : 0;
        Matcher after = GREETING_AFTER.matcher(words);
        int end = to - (after.find() ? count(after.group()) : 0);
        // "Mililani HI" says hello to nobody.
        end = IntStream.range(end, to)
                        .anyMatch(i ->
                                query.word(i).equals("hi") && query.capitals().get(i))
                ? to
                : end;
        return withoutGreeting(from < end ? query.part(from, end) : query.part(0, to));
    }

    /**
     * The query without words that ask for somebody or their number: "just give me the number for Fetterman", "I said Fetterman",
     * "quiero llamarle a Gallego".
     */
    static Query wanted(Query query) {
        String words = String.join(" ", query.words());
        Matcher before = WANTED_BEFORE.matcher(words);
        int from = before.find() && !before.group().isBlank() ? count(before.group()) : 0;
        Matcher after = WANTED_AFTER.matcher(words);
        int to = query.size() - (after.find() ? count(after.group()) : 0);
        return from < to ? query.part(from, to) : query;
    }

    private static int count(String words) {
        return words.strip().split(" ", -1).length;
    }

    /** The query without a greeting before it: "Hi, Denver" isn't Denver in Hawaii. */
    static Query withoutGreeting(Query query) {
        int from = 0;
        while (from < query.size() - 1 && GREETINGS.contains(query.word(from))) {
            from++;
        }
        return query.part(from, query.size());
    }

    /** The query without "I live in" before it and "please" after it; never empty unless the query is. */
    static Query stripped(Query query) {
        int to = query.size();
        while (to > 1 && AFTER.contains(query.word(to - 1))) {
            to--;
        }
        int from = 0;
        for (int i = 0; i < to - 1; i++) {
            String word = query.word(i);
            // "De Soto" and "La Jolla" start with such a word and are names.
            if (PREPOSITIONS.contains(word) && (i > 0 || !word.equals("de"))) {
                from = i + 1;
            } else if (!BEFORE.contains(word)) {
                break;
            }
        }
        return query.part(from, to);
    }
}
