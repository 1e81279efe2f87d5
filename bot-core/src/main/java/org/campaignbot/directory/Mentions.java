package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds where a person lives in words that nobody asked for. Strict, because an ordinary sentence mustn't be taken for a place: a
 * ZIP code, a district's code, a name that is the whole message, or one after words such as "I live in".
 */
final class Mentions {

    private static final Pattern CODE = Pattern.compile("(?<![\\w-])([A-Z]{2})-(\\d{1,2}|AL)(?![\\w-])");

    static final Pattern SENTENCES = Pattern.compile("[.!\\n]+\\s+");
    private static final Pattern CLAUSES = Pattern.compile("[.,!?;\\n]+\\s+");

    /** The ending in "Fetterman's number", with or without its apostrophe. */
    private static final Pattern OWNER = Pattern.compile("['’]?s$");

    /** A correction of the place: "so it's Minnesota, not Wisconsin. switch me". */
    private static final Pattern CORRECTED = Pattern.compile(
            "(?iu)\\b(?:its|it['’]s|it is|i['’]?m in|meant|es|era|quise decir)\\s+(?<place>\\p{L}[\\p{L} ,]{2,40}?),?\\s+"
                    + "(?:and not|not|instead of|y no|no|en vez de)\\s+(?<other>\\p{L}[\\p{L} ]{2,30}?)(?=[,.!;?]|$|\\s(?:switch|change|so|also|and|y|cambi))");

    /** Counts that may look like a ZIP code. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?i)^\\W{0,2}\\s*(?:people|calls?|times|dollars|votes?|signatures|persons|families|miles|immigrants|jobs|agents|"
                    + "beds|personas|llamadas|d[oó]lares|votos|firmas|familias|millas|years|años|k\\b|%|more|of|m[aá]s|de\\b).*",
            Pattern.DOTALL);

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
            "elsegundo",
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
            "cutoff",
            "newtown",
            "oldtown");

    /** Towns that nobody means by "I live in hope". */
    private static final Set<String> STATES_OF_MIND = Set.of("hope", "fear", "peace", "harmony", "unity", "freedom");

    /** Words that join others: with them, a guess needs a name that is spelled right, so "la mijra" is none. */
    static final Set<String> JOINING =
            Set.of("a", "al", "de", "del", "el", "en", "from", "in", "la", "of", "on", "the", "to", "un", "una");

    static final int LONGEST_NAME = 7;

    /** Instead of an index: a place abroad that isn't surely where somebody lives. */
    private static final int ABROAD = -1;

    /** The most words of a town and its country abroad. */
    private static final int LONGEST_ABROAD = 3;

    /** The most words of a misspelled city without its state. */
    private static final int LONGEST_CITY = 2;

    /** The most words of a misspelled town and its state, so that few are compared. */
    private static final int LONGEST_MISSPELLED = 4;

    /** The most words after a place and a comma that don't make it another subject. */
    private static final int LONGEST_REMARK = 5;

    private static final Pattern DISTRICT =
            Pattern.compile("(?i)\\b(?:district|distrito)\\b.*\\d|\\d.*\\b(?:district|distrito)\\b");

    /** Somebody else, as in "my mom moved from Texas to Ohio". */
    private static final Set<String> OF_OTHERS = Set.of(
            "he",
            "she",
            "they",
            "mom",
            "dad",
            "mother",
            "father",
            "son",
            "daughter",
            "brother",
            "sister",
            "cousin",
            "friend",
            "friends",
            "family",
            "kids",
            "husband",
            "wife",
            "el",
            "ella",
            "ellos",
            "mama",
            "papa",
            "hijo",
            "hija",
            "hermano",
            "hermana",
            "primo",
            "prima",
            "amigo",
            "amiga",
            "familia",
            "esposo",
            "esposa",
            "se");

    /** Words before a place that say nothing. */
    private static final Set<String> FILLERS = Set.of(
            "well", "so", "um", "ok", "okay", "fine", "sure", "alright", "yes", "in", "on", "at", "here", "im", "right",
            "now", "pues", "bueno", "mire", "aqui", "aca", "pos", "si", "en", "estoy", "orita", "ahorita", "ahora",
            "por", "the");

    /** Words that begin a remark after a state, however long: "tx but I'm not signing up for anything". */
    private static final Set<String> BUT = Set.of("but", "pero");

    /** Words that may follow a place: "vivo en jerndon y quiero llamar". */
    private static final Set<String> AFTER_A_PLACE =
            Set.of("y", "and", "por", "pero", "but", "con", "with", "cerca", "near", "by", "so");

    /** The fewest people of a town of several words that is taken for a place if it is the whole message. */
    private static final int ANY_TOWN = 500;

    /** The fewest people of a town of one word that is taken for a place unasked. */
    private static final int KNOWN_TOWN = 5_000;

    /** The fewest people of a city that is taken for a place if it is a whole sentence. */
    private static final int CITY = 100_000;

    private static final int ROUND = 1_000;

    private static final Set<String> SENATORS = Set.of("senators", "senator", "sens", "lawmakers", "reps");

    private static final Set<String> OWN =
            Set.of("my", "our", "both", "call", "write", "email", "contact", "phone", "reach");

    private final Finder finder;
    private final PlaceNames names;
    private final Towns towns;

    Mentions(Finder finder) {
        this.finder = finder;
        this.names = finder.names();
        this.towns = names.towns();
    }

    /** The part of a text that surely says where a person lives; empty if there is none. */
    Optional<String> in(String text, LocalDate today) {
        Optional<String> zip = zip(text, today);
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
        if (PlaceText.isMexicanSide(text) || PlaceText.oneOfTwo(text).isPresent()) {
            return Optional.of(text.strip());
        }
        Matcher corrected = CORRECTED.matcher(text);
        if (corrected.find()
                && isStateOrTown(corrected.group("place"))
                && isStateOrTown(corrected.group("other"))
                && Query.ofStory(text).words().stream().noneMatch(OF_OTHERS::contains)) {
            return Optional.of(corrected.group("place"));
        }
        String here = PlaceText.here(text);
        if (!here.equals(text)) {
            Query now = Query.ofStory(PlaceText.withoutWhen(here));
            return here.isBlank()
                    ? Optional.empty()
                    : in(here, today).or(() -> PlaceText.hasMoved(text) ? placeAtTheEnd(now, today) : Optional.empty());
        }
        Query story = Query.ofStory(PlaceText.plain(text));
        if (story.size() == 0) {
            return Optional.empty();
        }
        if (!finder.eitherState(story).isEmpty()) {
            return Optional.of(text.strip());
        }
        Query polite = TitleWords.polite(story);
        if (isName(story, today) || isLawmaker(polite) || isDistrictOfState(text, today)) {
            return Optional.of(text.strip());
        } else if (isName(polite, today)) {
            return Optional.of(polite.asText());
        }
        List<Query> clauses = CLAUSES.splitAsStream(text).map(Query::ofStory).toList();
        Optional<String> wanted = Stream.concat(Stream.of(polite), clauses.stream())
                .flatMap(each -> wanted(each).stream())
                .findFirst()
                // "Dude. The other senator. Fetterman"
                .or(() -> Optional.of(clauses.get(clauses.size() - 1))
                        .filter(last -> clauses.size() > 1 && isLawmaker(last))
                        .map(Query::asText));
        if (wanted.isPresent()) {
            return stateBeside(wanted.get(), story).or(() -> wanted);
        } else if (isGivenName(withoutFillers(polite))) {
            return Optional.of(withoutFillers(polite).asText());
        }
        // "I'm from Oklahoma, grew up in Amarillo": where is home?
        boolean areSeveral = Finder.areSeveralStates(new PlaceScan(names).meanings(story));
        if (areSeveral && PlaceText.isUnsure(text)) {
            return Optional.empty();
        }
        return first(text, polite, areSeveral, today)
                .or(() -> afterWords(story, polite, areSeveral, today))
                .or(() -> senatorsOf(story))
                .or(() -> areSeveral ? Optional.empty() : placeAlone(text, clauses));
    }

    /** The lawmaker whose number or card some words ask for: "just give me the number for Fetterman". */
    private Optional<String> wanted(Query query) {
        Query name = TitleWords.wanted(query);
        if (name.size() == 0 || name.size() == query.size()) {
            return Optional.empty();
        }
        Query owner = Query.of(OWNER.matcher(name.asText()).replaceFirst(""));
        return Stream.of(name, owner)
                .filter(each -> each.size() > 0 && isLawmaker(each))
                .map(Query::asText)
                .findFirst();
    }

    /** The state that stands beside one of its own lawmakers: "driving in tucson az, whats gallegos number". */
    private Optional<String> stateBeside(String lawmaker, Query story) {
        List<String> states = names.lawmakers(Query.of(lawmaker)).stream()
                .map(Lawmaker::state)
                .distinct()
                .toList();
        return states.size() != 1
                ? Optional.empty()
                : IntStream.range(0, story.size())
                        .boxed()
                        .flatMap(i -> IntStream.of(2, 1)
                                .filter(words -> i + words <= story.size())
                                .mapToObj(words -> story.part(i, i + words)))
                        .filter(word -> !isWord(word) && names.isState(word))
                        .map(Query::asText)
                        .filter(state -> States.called(state)
                                .filter(states.get(0)::equals)
                                .isPresent())
                        .findFirst();
    }

    /** The state of somebody's own senators: "call my Ohio senators". */
    private Optional<String> senatorsOf(Query story) {
        for (int end = 2; end < story.size(); end++) {
            for (int from = end - 1; from > 0 && from >= end - 2; from--) {
                Query name = story.part(from, end);
                if (SENATORS.contains(story.word(end))
                        && OWN.contains(story.word(from - 1))
                        && !isWord(name)
                        && names.isState(name)) {
                    return Optional.of(name.asText());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A state that is the last of several clauses, or a state or city that is a sentence by itself: "I want to call. Ohio", "I asked you.
     * Georgia. I want the number", "im a nurse no time. chicago".
     */
    private Optional<String> placeAlone(String text, List<Query> clauses) {
        Query last = clauses.get(clauses.size() - 1);
        if (clauses.size() > 1 && !text.contains("?") && isState(last)) {
            return Optional.of(last.asText());
        }
        return SENTENCES
                .splitAsStream(text)
                .skip(1)
                .map(Query::ofStory)
                .filter(sentence -> isState(sentence) || (!text.contains("?") && isCity(sentence)))
                .map(Query::asText)
                .findFirst();
    }

    /** Whether the words are a city that everybody thinks of first: a name by itself may be anybody's. */
    private boolean isCity(Query query) {
        List<Towns.Candidate> all = query.size() == 0 ? List.of() : towns.named(query);
        return !all.isEmpty()
                && !OrdinaryWords.contains(query.key(0, query.size()))
                && Towns.isDecided(all)
                && all.get(0).population() >= CITY;
    }

    private boolean isStateOrTown(String words) {
        Query query = Query.ofStory(words);
        return isState(query) || (query.size() > 0 && names.isTownInState(query));
    }

    private boolean isState(Query query) {
        return query.size() > 0 && !isWord(query) && names.isState(query);
    }

    /** The place after words such as "I live in". */
    private Optional<String> afterWords(Query story, Query polite, boolean areSeveral, LocalDate today) {
        boolean isBetween = Finder.isBetweenPlaces(story);
        for (PlaceSentence.Part part : PlaceSentence.parts(story)) {
            boolean isHome = part.lead().isHome();
            boolean isHere = isHome || part.lead() == PlaceSentence.Lead.HERE;
            if ((isBetween && !isHome) || (areSeveral && !isHere) || PlaceSentence.isLeftBehind(story, part)) {
                return Optional.empty();
            }
            int end = end(story, part, polite, today);
            if (end == ABROAD && isHere) {
                // "Soy de Chicago pero ando en Monterrey"
                return Optional.empty();
            }
            if (end > 0) {
                return Optional.of(
                        story.part(isHere ? part.tail() : part.start(), end).asText());
            }
        }
        return Optional.empty();
    }

    /** Whether the words tell a district by its number and state: "my district is the 28th in Texas". */
    private boolean isDistrictOfState(String text, LocalDate today) {
        return DISTRICT.matcher(text).find()
                && finder.find(text, today) instanceof Lookup.Exact exact
                && exact.district().number() > 0;
    }

    /** The place after "moved from Texas to", unless it's somebody else who moved. */
    private Optional<String> placeAtTheEnd(Query story, LocalDate today) {
        if (story.words().stream().anyMatch(OF_OTHERS::contains)) {
            return Optional.empty();
        }
        for (int i = 0; i < story.size() - 1; i++) {
            int from = i + 1;
            int end = story.nextComma(from);
            if (!story.word(i).matches("to|a|al|para|pa")) {
                continue;
            }
            Optional<Query> place = IntStream.iterate(end, to -> to > from, to -> to - 1)
                    .filter(to -> !PlaceWords.isCodeLikeWord(story, to))
                    .mapToObj(to -> story.part(from, to))
                    .filter(name -> name.size() == end - from ? isName(name, today) : names.isTownInState(name))
                    .findFirst();
            if (place.isPresent()) {
                return place.map(Query::asText);
            }
        }
        return Optional.empty();
    }

    /** A town and its state at the start of a message, or a place before its first comma: "joliet illinois with my kids". */
    private Optional<String> first(String text, Query polite, boolean areSeveral, LocalDate today) {
        if (text.contains("?")) {
            return areSeveral ? Optional.empty() : beforeQuestion(text);
        }
        Query words = withoutFillers(polite);
        int comma = words.nextComma(0);
        Query before = words.part(0, comma);
        Query after = words.part(comma, words.size());
        Query untilBut = words.part(0, (int) IntStream.range(0, words.size())
                .takeWhile(i -> !BUT.contains(words.word(i)))
                .count());
        if (!areSeveral && untilBut.size() < words.size() && names.isState(untilBut) && isName(untilBut, today)) {
            return Optional.of(untilBut.asText());
        }
        for (int end = Math.min(words.size(), LONGEST_NAME); end > 1; end--) {
            Query name = words.part(0, end);
            if (PlaceWords.isCodeLikeWord(words, end)
                    || (!PlaceWords.isEnd(words, end) && PlaceWords.OF_SENTENCES.contains(words.word(end)))) {
                continue;
            }
            boolean isOver = PlaceWords.isEnd(words, end) || AFTER_A_PLACE.contains(words.word(end));
            if (names.isTownInState(name) || (isOver && isMisspelledInState(name))) {
                return Optional.of(name.asText());
            }
        }
        boolean isAbroad = names.isAbroad(before) && names.towns().named(before).isEmpty();
        if (comma < words.size()
                && (after.size() <= LONGEST_REMARK || isAbroad)
                && isName(TitleWords.polite(before), today)) {
            // "Santa Cruz, islas Vírgenes" isn't in California.
            boolean isInIt = names.isState(after) || names.isAbroad(after);
            return Optional.of((isInIt ? words : TitleWords.polite(before)).asText());
        }
        return Optional.empty();
    }

    /** A town and its state in front of a question: "Charlotte NC, can I call at 17?" */
    private Optional<String> beforeQuestion(String text) {
        return CLAUSES.matcher(text)
                .results()
                .filter(end -> text.charAt(end.start()) != '?')
                .map(end -> text.substring(0, end.start()))
                .filter(head -> !head.contains("?"))
                .map(head -> withoutFillers(TitleWords.polite(Query.ofStory(head))))
                .filter(head -> head.size() > 1 && head.size() <= LONGEST_NAME && names.isTownInState(head))
                .map(Query::asText)
                .reduce((shorter, longer) -> longer);
    }

    /** The words without "well", "right now in" before them. */
    static Query withoutFillers(Query query) {
        int from = 0;
        while (from < query.size() - 1 && FILLERS.contains(query.word(from))) {
            from++;
        }
        return query.part(from, query.size());
    }

    private Optional<String> zip(String text, LocalDate today) {
        for (int at = ZipText.next(text, 0); at != ZipText.NONE; at = ZipText.next(text, at + 5)) {
            int code = ZipText.code(text, at);
            String before = text.substring(0, at).stripTrailing();
            String after = text.substring(at + 5);
            boolean counted = before.endsWith("$")
                    || before.endsWith("#")
                    || COUNTED.matcher(after).matches();
            if (finder.isMailAbroad(text, at)) {
                return Optional.of(text.strip());
            }
            boolean alone = before.isEmpty() && after.isBlank();
            if (alone || (!counted && code % ROUND != 0 && finder.isZip(code))) {
                String digits = text.substring(at, at + 5);
                boolean isOneOfTwo = !finder.orWhereTheyVote(text, finder.find(digits, today))
                        .isEmpty();
                return Optional.of(isOneOfTwo ? text.strip() : digits);
            }
        }
        return Optional.empty();
    }

    /** Whether words are the name of a state that women have, too. As a whole message it's where somebody lives. */
    static boolean isGivenName(Query words) {
        return words.size() == 1 && words.word(0).equals("georgia");
    }

    /** Whether the whole message is the name of a state, a district or a town that is no ordinary word. */
    boolean isName(Query query, LocalDate today) {
        if (query.size() == 0 || query.size() > LONGEST_NAME) {
            return false;
        }
        if (names.district(query) != null) {
            return isDistrict(query);
        }
        Lookup lookup = names.exactly(query, today);
        return lookup != null && !(lookup instanceof Lookup.Unknown) && isKnown(query, lookup, ANY_TOWN);
    }

    /** Whether the words are the code of a district that exists: NY-12, but not MS-13, AR-15 or "me2". */
    private boolean isDistrict(Query query) {
        DistrictText.Named named = names.district(query);
        String state = query.word(0).replaceFirst("\\d+$", "");
        return named != null
                && names.isDistrict(named)
                && (query.capitals().get(0) || !PlaceWords.CODES_LIKE_WORDS.contains(state));
    }

    /** Whether words that name something are surely meant as a place. */
    private boolean isKnown(Query typed, Lookup lookup, int leastPeople) {
        if (names.isRegion(typed)) {
            return true;
        }
        Query core = PlaceWords.core(typed);
        // Without its last word, Dodge City would be a car; without its first, South Bend would bend.
        boolean isWhole = core.size() > 0 && isListed(typed);
        Query name = isWhole ? typed : core;
        String key = name.key(0, name.size());
        if (PHRASES.contains(key) || (name.size() == 1 && (isWord(name) || OrdinaryWords.contains(key)))) {
            return false;
        }
        if (key.equals("la")) {
            return name.capitals().get(0);
        }
        if (names.isAbroad(name) || key.equals("washington")) {
            return true;
        }
        if (lookup instanceof Lookup.Abroad) {
            return typed.hasComma() || (name.size() <= LONGEST_ABROAD && names.isTownAbroad(name));
        }
        List<Towns.Candidate> all = towns.named(name);
        int least = name.size() == 1 ? KNOWN_TOWN : leastPeople;
        return all.isEmpty()
                || names.isState(name)
                || all.stream()
                        .anyMatch(each ->
                                each.listed() && (each.population() == Town.UNKNOWN || each.population() >= least));
    }

    private boolean isListed(Query name) {
        return towns.named(name).stream().anyMatch(Towns.Candidate::listed);
    }

    static boolean isWord(Query name) {
        return PlaceWords.CODES_LIKE_WORDS.contains(name.word(0)) || NAMES_LIKE_WORDS.contains(name.word(0));
    }

    boolean isLawmaker(Query query) {
        if (query.size() == 0
                || query.size() > LONGEST_NAME
                || names.lawmakers(query).isEmpty()) {
            return false;
        }
        return query.size() == 1
                ? !OrdinaryWords.contains(query.word(0))
                : !PHRASES.contains(
                        PlaceWords.core(query).key(0, PlaceWords.core(query).size()));
    }

    /** The end of the name after words such as "I live in"; 0 if none is sure enough, or {@link #ABROAD}. */
    private int end(Query story, PlaceSentence.Part part, Query polite, LocalDate today) {
        int most = Math.min(story.size(), part.tail() + LONGEST_NAME);
        int exact = exactEnd(story, part, polite, most, today);
        // "Soy de pheonix": a bare "de" or "from" isn't enough.
        boolean isOrigin = part.lead() == PlaceSentence.Lead.ORIGIN && part.tail() - part.start() > 1;
        boolean isHome = part.lead().isHome() || isOrigin;
        if (exact != 0 || !(isHome || part.lead() == PlaceSentence.Lead.HERE)) {
            return exact;
        }
        return IntStream.iterate(most, end -> end > part.tail(), end -> end - 1)
                .filter(end -> PlaceWords.isEnd(story, end) || AFTER_A_PLACE.contains(story.word(end)))
                .filter(end -> isMisspelledInState(story.part(part.tail(), end))
                        || (isHome && isMisspelled(story.part(part.tail(), end))))
                .findFirst()
                .orElse(0);
    }

    /** The same for a name that is spelled right; {@link #ABROAD} if it's abroad and not sure enough. */
    private int exactEnd(Query story, PlaceSentence.Part part, Query polite, int most, LocalDate today) {
        for (int end = most; end > part.tail(); end--) {
            Query name = story.part(part.tail(), end);
            boolean isNone = PlaceWords.isArticle(story, part.tail(), end) || PlaceWords.isCodeLikeWord(story, end);
            Lookup lookup = isNone ? null : names.exactly(name, today);
            // Georgia is a woman's name, too, but not after "I'm in" or "registered to vote in".
            boolean isHomeState = (part.lead().isHome() || PlaceSentence.isInside(story, part))
                    && names.stateAfter(story, part.tail()) == end - part.tail();
            if (lookup != null && PlaceWords.isCountyAt(story, end)) {
                // "Macon County, Illinois" isn't Macon, and without its state it's asked about.
                return part.lead().isHome() ? end + 1 + names.stateAfter(story, end + 1) : 0;
            }
            if (lookup != null && (isHomeState || isSure(part, name, end, polite, lookup))) {
                // "San Jose Missouri" and "Odesa Tejas" aren't the namesakes that everybody knows.
                return end + names.stateAfter(story, end);
            } else if (lookup instanceof Lookup.Abroad) {
                // A part of its name isn't another place: "San Pedro Sula" isn't San Pedro.
                return ABROAD;
            }
        }
        return 0;
    }

    private boolean isMisspelledInState(Query name) {
        return name.size() <= LONGEST_MISSPELLED
                && name.words().stream().noneMatch(JOINING::contains)
                && names.isMisspelledTownInState(name);
    }

    /** Whether words after "I live in" are a city whose name is misspelled, which is then asked about. */
    private boolean isMisspelled(Query name) {
        return name.size() <= LONGEST_CITY
                && !PlaceWords.isLandscape(name)
                && !PlaceWords.ARTICLES.contains(name.word(0))
                && !OrdinaryWords.contains(name.word(0))
                && names.spelledLike(name).stream()
                        .anyMatch(each -> !each.name().isEmpty());
    }

    private boolean isSure(PlaceSentence.Part part, Query name, int end, Query polite, Lookup lookup) {
        boolean toTheEnd = end >= polite.size();
        boolean whole = part.start() == 0 && toTheEnd;
        if (part.lead().isHome() && toTheEnd) {
            return name.size() > 1 || !STATES_OF_MIND.contains(name.word(0));
        }
        boolean abroad = lookup instanceof Lookup.Abroad && !part.lead().isHome();
        boolean loose = part.lead() == PlaceSentence.Lead.LOOSE
                || (part.lead() == PlaceSentence.Lead.ORIGIN && part.tail() - part.start() == 1);
        return (whole && isGivenName(name)) || ((whole || !(abroad || loose)) && isKnown(name, lookup, KNOWN_TOWN));
    }
}
