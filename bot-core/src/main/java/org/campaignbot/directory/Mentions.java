package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds where a person lives in words that nobody asked for. Strict, because an ordinary sentence mustn't be taken for a place: a
 * ZIP code, a district's code, a name that is the whole message, or one after words such as "I live in".
 */
final class Mentions {

    private static final Pattern CODE = Pattern.compile("(?<![\\w-])([A-Z]{2})-(\\d{1,2}|AL)(?![\\w-])");

    /** Counts that may look like a ZIP code. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?i)^\\W{0,2}\\s*(?:people|calls?|times|dollars|votes?|signatures|persons|families|miles|immigrants|jobs|agents|"
                    + "beds|personas|llamadas|d[oó]lares|votos|firmas|familias|millas|years|años|k\\b|%|more|of|m[aá]s|de\\b).*",
            Pattern.DOTALL);

    /** Codes of states that are words in English or Spanish, even when they are typed in capitals. */
    private static final Set<String> CODES_LIKE_WORDS = Set.of(
            "al", "as", "ar", "co", "de", "hi", "id", "in", "me", "mi", "mo", "ms", "ne", "oh", "ok", "or", "pa", "va",
            "vi");

    private static final Set<String> NAMES_LIKE_WORDS = Set.of(
            "mass",
            "jersey",
            "ill",
            "miss",
            "wash",
            "penn",
            "conn",
            "tenn",
            "tex",
            "mich",
            "minn",
            "okla",
            "colo",
            "ariz",
            "mont",
            "turkey",
            "chile",
            "china",
            "chad",
            "jordan",
            "guinea",
            "holland",
            "mali",
            "wales",
            "oman",
            "grenada",
            "granada",
            "lima",
            "salvador",
            "natal",
            "colonia",
            "victoria",
            "medina",
            "britain",
            "trinidad",
            "perm",
            "fez",
            "rio",
            "orange",
            "georgia");

    /** Names of towns that mean something else to nearly everybody. */
    private static final Set<String> PHRASES = Set.of(
            "whitehouse",
            "townhall",
            "goodhope",
            "newdeal",
            "bigbend",
            "mallofamerica",
            "unitedstates",
            "estadosunidos",
            "whitehall",
            "highpoint",
            "northpole",
            "lapuerta",
            "lasalud",
            "notown",
            "newtown",
            "oldtown");

    /** Towns that nobody means by "I live in hope". */
    private static final Set<String> STATES_OF_MIND = Set.of("hope", "fear", "peace", "harmony", "unity", "freedom");

    /** Words of sentences about something else: "took mi", "la policia esta", "not from Texas", "my cousin works in Houston". */
    private static final Set<String> OF_SENTENCES = Set.of(
            "i", "im", "id", "ive", "we", "were", "me", "my", "our", "you", "your", "it", "he", "she", "they", "his",
            "her", "their", "and", "is", "are", "was", "can", "cannot", "cant", "do", "dont", "does", "go", "took",
            "not", "no", "yo", "mi", "mis", "nos", "su", "sus", "tu", "ella", "ellos", "y", "es", "esta", "estan",
            "fue", "son");

    /** Words that join others: with them, a guess needs a name that is spelled right, so "la mijra" is none. */
    private static final Set<String> JOINING =
            Set.of("a", "al", "de", "del", "el", "en", "from", "in", "la", "of", "on", "the", "to", "un", "una");

    private static final int LONGEST_NAME = 7;

    /** The most words of a guess. */
    private static final int LONGEST_GUESS = 8;

    /** The fewest letters of a guess of one word. */
    private static final int LEAST_OF_A_GUESS = 6;

    /** The fewest people of a city whose misspelled name alone is a guess. */
    private static final int LARGE_CITY = 200_000;

    /** The fewest people of a town of several words that is taken for a place if it is the whole message. */
    private static final int ANY_TOWN = 500;

    /** The fewest people of a town of one word that is taken for a place unasked. */
    private static final int KNOWN_TOWN = 5_000;

    private static final int ROUND = 1_000;

    private final Finder finder;
    private final Towns towns;

    Mentions(Finder finder, Towns towns) {
        this.finder = finder;
        this.towns = towns;
    }

    /** The part of a text that surely says where a person lives; empty if there is none. */
    Optional<String> in(String text, LocalDate today) {
        Optional<String> zip = zip(text);
        if (zip.isPresent()) {
            return zip;
        }
        Optional<String> spelledOut = ZipText.spelledOut(text).filter(code -> finder.isZip(Integer.parseInt(code)));
        if (spelledOut.isPresent()) {
            return spelledOut;
        }
        Matcher code = CODE.matcher(text);
        if (code.find() && isDistrict(Query.of(code.group()))) {
            return Optional.of(code.group());
        }
        String here = Finder.here(text);
        if (!here.equals(text)) {
            return here.isBlank() ? Optional.empty() : in(here, today);
        }
        Query story = Query.ofStory(text);
        if (story.size() == 0) {
            return Optional.empty();
        }
        Query polite = TitleWords.polite(story);
        if (isName(polite, today) || isLawmaker(polite)) {
            return Optional.of(text.strip());
        }
        List<PlaceSentence.Part> parts = PlaceSentence.parts(story);
        for (PlaceSentence.Part part : parts) {
            int end = end(story, part, polite, today);
            if (end > 0) {
                boolean sure = part.lead() == PlaceSentence.Lead.HOME || part.lead() == PlaceSentence.Lead.HERE;
                return Optional.of(
                        story.part(sure ? part.tail() : part.start(), end).asText());
            }
        }
        return Optional.empty();
    }

    /** Whether a few words that mean nothing else are probably a place; a sentence about something else isn't. */
    boolean isLikely(String text, LocalDate today) {
        Query words = Query.of(text);
        if (words.size() > 0 && finder.isAmbiguous(words, today)) {
            return true;
        }
        if (words.size() == 0
                || words.size() > LONGEST_GUESS
                || isLawmaker(words)
                || (words.words().stream().anyMatch(OF_SENTENCES::contains) && !beginsWithPlace(text, today))
                || (words.words().stream().anyMatch(JOINING::contains) && !hasName(words, today))) {
            return false;
        }
        Lookup lookup = finder.find(text, today);
        if (lookup instanceof Lookup.StateOnly) {
            return true;
        } else if (words.size() > 1) {
            return lookup instanceof Lookup.Exact
                    || (lookup instanceof Lookup.Choice choice && choice.named().isEmpty());
        }
        // One word that resembles a town's name is more often a word; only for a large city it's worth asking.
        return lookup instanceof Lookup.Choice choice
                && words.word(0).length() >= LEAST_OF_A_GUESS
                && choice.named().isEmpty()
                && choice.meanings().stream().anyMatch(this::isLarge);
    }

    private boolean isLarge(Meaning meaning) {
        return towns.named(Query.of(meaning.name())).stream()
                .anyMatch(town -> town.state().equals(meaning.state()) && town.population() >= LARGE_CITY);
    }

    private boolean hasName(Query words, LocalDate today) {
        return IntStream.range(0, words.size())
                .anyMatch(from -> IntStream.rangeClosed(from + 1, words.size())
                        .anyMatch(to -> isName(words.part(from, to), today)));
    }

    /** Whether a place comes before the first comma, as in "Orlando, my family is from Puerto Rico". */
    private boolean beginsWithPlace(String text, LocalDate today) {
        int comma = text.indexOf(',');
        return comma > 0 && isName(Query.ofStory(text.substring(0, comma)), today);
    }

    private Optional<String> zip(String text) {
        for (int at = ZipText.next(text, 0); at != ZipText.NONE; at = ZipText.next(text, at + 5)) {
            int code = ZipText.code(text, at);
            String before = text.substring(0, at).stripTrailing();
            String after = text.substring(at + 5);
            boolean counted = before.endsWith("$")
                    || before.endsWith("#")
                    || COUNTED.matcher(after).matches();
            boolean alone = before.isEmpty() && after.isBlank();
            if (alone || (!counted && code % ROUND != 0 && finder.isZip(code))) {
                return Optional.of(text.substring(at, at + 5));
            }
        }
        return Optional.empty();
    }

    /** Whether the whole message is the name of a state, a district or a town that is no ordinary word. */
    private boolean isName(Query query, LocalDate today) {
        if (query.size() == 0 || query.size() > LONGEST_NAME) {
            return false;
        }
        if (finder.district(query) != null) {
            return isDistrict(query);
        }
        Lookup lookup = finder.exactly(query, today);
        return lookup != null && !(lookup instanceof Lookup.Unknown) && isKnown(query, lookup, ANY_TOWN);
    }

    /** Whether the words are the code of a district that exists: NY-12, but not MS-13, AR-15 or "me2". */
    private boolean isDistrict(Query query) {
        DistrictText.Named named = finder.district(query);
        String state = query.word(0).replaceFirst("\\d+$", "");
        return named != null
                && finder.isDistrict(named)
                && (query.capitals().get(0) || !CODES_LIKE_WORDS.contains(state));
    }

    /** Whether words that name something are surely meant as a place. */
    private boolean isKnown(Query typed, Lookup lookup, int leastPeople) {
        Query name = Finder.core(typed);
        String key = name.key(0, name.size());
        if (PHRASES.contains(key) || (name.size() == 1 && (isWord(name) || OrdinaryWords.contains(key)))) {
            return false;
        }
        if (key.equals("la")) {
            return name.capitals().get(0);
        }
        if (finder.isAbroad(name) || key.equals("washington")) {
            return true;
        }
        if (lookup instanceof Lookup.Abroad) {
            return typed.hasComma() || name.size() == 2;
        }
        List<Towns.Candidate> all = towns.named(name);
        int least = name.size() == 1 ? KNOWN_TOWN : leastPeople;
        return all.isEmpty()
                || finder.isState(name)
                || all.stream()
                        .anyMatch(each ->
                                each.listed() && (each.population() == Town.UNKNOWN || each.population() >= least));
    }

    private static boolean isWord(Query name) {
        return CODES_LIKE_WORDS.contains(name.word(0)) || NAMES_LIKE_WORDS.contains(name.word(0));
    }

    private boolean isLawmaker(Query query) {
        if (query.size() == 0
                || query.size() > LONGEST_NAME
                || finder.lawmakers(query).isEmpty()) {
            return false;
        }
        return query.size() == 1
                ? !OrdinaryWords.contains(query.word(0))
                : !PHRASES.contains(Finder.core(query).key(0, Finder.core(query).size()));
    }

    /** The end of the name after words such as "I live in"; 0 if none is sure enough. */
    private int end(Query story, PlaceSentence.Part part, Query polite, LocalDate today) {
        int most = Math.min(story.size(), part.tail() + LONGEST_NAME);
        for (int end = most; end > part.tail(); end--) {
            Query name = story.part(part.tail(), end);
            Lookup lookup = Finder.isArticle(story, part.tail(), end) ? null : finder.exactly(name, today);
            if (lookup != null && isSure(part, name, end, polite, lookup)) {
                return end;
            }
        }
        return 0;
    }

    private boolean isSure(PlaceSentence.Part part, Query name, int end, Query polite, Lookup lookup) {
        boolean toTheEnd = end >= polite.size();
        boolean whole = part.start() == 0 && toTheEnd;
        if (part.lead() == PlaceSentence.Lead.HOME && toTheEnd) {
            return name.size() > 1 || !STATES_OF_MIND.contains(name.word(0));
        }
        boolean abroad = lookup instanceof Lookup.Abroad && part.lead() != PlaceSentence.Lead.HOME;
        boolean loose = part.lead() == PlaceSentence.Lead.LOOSE
                || (part.lead() == PlaceSentence.Lead.ORIGIN && part.tail() - part.start() == 1);
        return (whole || !(abroad || loose)) && isKnown(name, lookup, KNOWN_TOWN);
    }
}
