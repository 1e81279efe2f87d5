package org.campaignbot.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words around a place's name that only say which part of it is meant, and the words that name no town at all. */
final class PlaceWords {

    /** Words of sentences about something else: "took mi", "la policia esta", "not from Texas", "my cousin works in Houston". */
    static final Set<String> OF_SENTENCES = Set.of(
            "i", "im", "id", "ive", "we", "were", "me", "my", "our", "you", "your", "it", "he", "she", "they", "his",
            "her", "their", "and", "is", "are", "was", "can", "cannot", "cant", "do", "dont", "does", "go", "took",
            "not", "how", "what", "whats", "when", "where", "who", "why", "hay", "que", "cuanto", "cuesta", "como",
            "donde", "cuando", "quien", "cual", "no", "yo", "mi", "mis", "nos", "su", "sus", "tu", "ella", "ellos", "y",
            "es", "esta", "estan", "fue", "son");

    /** Codes of states that are words in English or Spanish, even when they are typed in capitals. */
    static final Set<String> CODES_LIKE_WORDS = Set.of(
            "al", "as", "ar", "co", "de", "hi", "id", "in", "me", "mi", "mo", "ms", "ne", "oh", "ok", "or", "pa", "va",
            "vi");

    /** Words before a town or state that only say which part of it. */
    private static final Set<String> PART_OF = Set.of(
            "city",
            "town",
            "village",
            "downtown",
            "greater",
            "metro",
            "upstate",
            "downstate",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "rural",
            "coastal",
            "suburban",
            "norte",
            "sur",
            "este",
            "oeste",
            "ciudad",
            "pueblo",
            "estado",
            "centro",
            "the",
            "of",
            "de",
            "el",
            "del",
            "somewhere",
            "near",
            "around",
            "outside",
            "by",
            "close",
            "to",
            "just",
            "cerca",
            "afueras",
            "las",
            "side",
            "in",
            "suburb",
            "suburbs",
            "part",
            "condado",
            "right",
            "actually",
            "currently",
            "now",
            "barrio");

    /** Words after a town that only say which part of it. */
    private static final Set<String> AROUND = Set.of(
            "area",
            "metro",
            "suburbs",
            "suburb",
            "city",
            "town",
            "proper",
            "region",
            "now",
            "right",
            "currently",
            "ciudad",
            "ahora",
            "mismo",
            "today",
            "hoy",
            "side",
            "north",
            "south",
            "east",
            "west",
            "southside",
            "northside",
            "eastside",
            "westside");

    /** Words before a noun; "la" is also what people call a city and a state. */
    static final Set<String> ARTICLES = Set.of("la", "el", "las", "los", "una", "un", "a", "an", "the", "mi", "my");

    /** What people call where they live, though some town has the name, too. */
    private static final Set<String> LANDSCAPES = Set.of(
            "valley",
            "valle",
            "campo",
            "pueblo",
            "rancho",
            "country",
            "coast",
            "costa",
            "border",
            "frontera",
            "beach",
            "playa",
            "mountain",
            "mountains",
            "sierra",
            "island",
            "isla",
            "farm",
            "finca",
            "hills",
            "woods",
            "bosque",
            "desert",
            "desierto",
            "rio",
            "centro",
            "panhandle",
            "delta",
            "plains",
            "bay",
            "shore",
            "cape",
            "bayou",
            "lago",
            "laguna",
            "lake");

    private static final String COUNTY = "condado";

    private static final Set<String> COUNTIES = Set.of("county", "counties", "parish");

    /** The index of the last word in "vivo en el valle". */
    private static final int LONGEST_LANDSCAPE = 3;

    private PlaceWords() {}

    /** Whether the words are "the valley" or "en el campo", which nobody means as the town of that name. */
    static boolean isLandscape(Query typed) {
        int last = typed.size() - 1;
        return last > 0
                && last <= LONGEST_LANDSCAPE
                && LANDSCAPES.contains(typed.word(last))
                && (ARTICLES.contains(typed.word(last - 1)) || isNearTheRiver(typed));
    }

    /** Whether the words are "cerca del río", while Del Rio is a city. */
    private static boolean isNearTheRiver(Query typed) {
        return typed.size() > 2 && typed.word(typed.size() - 2).equals("del");
    }

    /** Whether the words are a Spanish county: thirty states have a "condado de Washington", and none of them is the state. */
    static boolean isCounty(Query typed) {
        return typed.size() > 2 && typed.words().contains(COUNTY);
    }

    /** Whether the word "county" or "parish" follows a name, so that it isn't the town's. */
    static boolean isCountyAt(Query story, int index) {
        return index < story.size()
                && COUNTIES.contains(story.word(index))
                && !story.afterComma().get(index);
    }

    /**
     * Whether it is the article in "vivo en la casa de mi tía", "in una traila" or "en la 59", and not "I live in LA" or Una, SC.
     */
    static boolean isArticle(Query story, int from, int to) {
        boolean isAlone = to == from + 1 && to < story.size();
        boolean isOfAStreet = to == from + 2 && story.word(from + 1).chars().allMatch(Character::isDigit);
        return (isAlone || isOfAStreet)
                && ARTICLES.contains(story.word(from))
                && !story.capitals().get(from);
    }

    /** The words of a name without "the", "near" or "area". */
    static Query core(Query typed) {
        Query query = TitleWords.stripped(typed);
        Query without = withoutPart(query);
        return without == null ? query : without;
    }

    /** The words without "upstate", "near", "area"; null if there are none of these. */
    static @Nullable Query withoutPart(Query query) {
        int from = 0;
        int to = query.size();
        while (from < to - 1 && PART_OF.contains(query.word(from)) && !isName(query, from)) {
            from++;
        }
        while (to > from + 1 && AROUND.contains(query.word(to - 1))) {
            to--;
        }
        return from == 0 && to == query.size() ? null : query.part(from, to);
    }

    /** Whether a word belongs to a name: "las" does in "las vega", not in "las afueras". */
    private static boolean isName(Query query, int index) {
        return query.word(index).equals("las") && !query.word(index + 1).equals("afueras");
    }

    /** Whether some words end with a state's code that is only a word, as in "Lebanon pa, me dijeron", which isn't in Maine. */
    static boolean isCodeLikeWord(Query words, int end) {
        return !isEnd(words, end)
                && CODES_LIKE_WORDS.contains(words.word(end - 1))
                && !words.capitals().get(end - 1);
    }

    /** Whether a clause ends at an index. */
    static boolean isEnd(Query words, int index) {
        return index == words.size() || words.afterComma().get(index);
    }
}
