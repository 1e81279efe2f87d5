package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.directory.Lookup.StateOnly;
import org.campaignbot.directory.Lookup.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person typed when they were asked where they live: first a ZIP code or district, then the place they live in by their
 * own words, then the names in what they said. A place that may be another person's, or one of several, becomes a question.
 *
 * <p>{@link PlaceNames} says what a name means.
 */
final class Finder {

    private static final int LONGEST_PLACE = 7;

    /** Words that put a person near a place, not in it. */
    private static final Set<String> BESIDE = Set.of("across", "between", "entre", "mitad");

    /** How many words after "between" an "and" has to come for it to name two places. */
    private static final int BETWEEN_AND = 6;

    private static final Set<String> HALF_OF = Set.of("the", "of", "my", "a", "and");

    private static final Set<String> IN = Set.of("en", "in");

    /** Words between two states of which either may be home. */
    private static final Set<String> EITHER = Set.of("and", "or", "y", "o", "e", "u", "no");

    private static final int LONGEST_STATE = 4;

    /** The fewest letters of a state's name that is no ordinary word. */
    private static final int SHORTEST_STATE = 4;

    /** The fewest words of which one may be a place that nothing else gives away. */
    private static final int STORY_TO_ASK_ABOUT = 4;

    /** The fewest people of a town of one word at the end. */
    private static final int LARGER_THAN_A_WORD = 5_000;

    /** The fewest letters of one misspelled word that may be a place at the end. */
    private static final int LEAST_OF_A_GUESS = 6;

    /** Words for a ZIP code, and for other countries' codes. */
    private static final Set<String> OF_CODES =
            Set.of("codigo", "postal", "cp", "zip", "code", "zipcode", "area", "con");

    /** The fewest words after a comma that tell something else than where a town lies. */
    private static final int STORY = 3;

    private final ZipCodes zips;
    private final PlaceNames names;

    Finder(ZipCodes zips, PlaceNames names) {
        this.zips = zips;
        this.names = names;
    }

    PlaceNames names() {
        return names;
    }

    /** The same places with other lawmakers. */
    Finder over(Collection<Lawmaker> others, MemberIndex index, Maps maps) {
        return new Finder(zips, names.over(others, index, maps));
    }

    /** The districts of the only ZIP code in a text, the one with most of it first; empty if the shares aren't known. */
    List<District> largestFirst(String text) {
        int zip = ZipText.next(text, 0);
        return zip == ZipText.NONE || ZipText.next(text, zip + 5) != ZipText.NONE
                ? List.of()
                : zips.largestFirst(ZipText.code(text, zip));
    }

    Lookup find(String text, LocalDate today) {
        int zip = ZipText.next(text, 0);
        if (zip != ZipText.NONE) {
            Lookup there = zips(text, zip, today);
            List<Meaning> either = orWhereTheyVote(text, there);
            return either.isEmpty() ? there : names.asking(either, today);
        }
        Optional<String> spaced = PlaceText.spacedZip(text);
        if (spaced.isPresent()) {
            return find(spaced.get(), today);
        }
        Query raw = Query.of(text);
        DistrictText.Named code = raw.size() == 2 && raw.capitals().get(0) ? names.district(raw) : null;
        if (code != null) {
            // "IN-1" and "OK-1" begin with words that are left out below.
            return names.district(code, today);
        }
        Optional<String> spelledOut = ZipText.spelledOut(text);
        if (spelledOut.isPresent()) {
            return find(spelledOut.get(), today);
        }
        if (PlaceText.isBrokenZip(text)) {
            return new Unknown(Unknown.What.NO_SUCH_ZIP);
        }
        if (PlaceText.isNotHere(text)) {
            return new Unknown(Unknown.What.NOT_UNDERSTOOD);
        }
        Query oneOfTwo = Query.of(PlaceText.oneOfTwo(text).orElse(""));
        if (!oneOfTwo.isEmpty()) {
            return names.words(oneOfTwo, today);
        }
        Query moved = Query.of(PlaceText.movedTo(text).orElse(""));
        if (!moved.isEmpty() && names.isAbroad(moved)) {
            return names.words(moved, today);
        }
        String here = PlaceText.now(text);
        if (!here.equals(text)) {
            return find(here, today);
        }
        String plain = PlaceText.plain(text);
        Query typed = withoutGreeting(Query.of(plain));
        Query story = Query.ofStory(plain);
        List<Meaning> either = eitherState(story);
        if (!either.isEmpty()) {
            return names.asking(either, today);
        }
        List<PlaceSentence.Part> parts = PlaceSentence.parts(story);
        for (PlaceSentence.Part part : parts) {
            Lookup home = part.lead().isHome() ? longest(story, part, today) : null;
            if (home != null) {
                return home;
            }
        }
        if (isBetweenPlaces(story)) {
            // "Across the river from St. Louis" is in Illinois: ask.
            return new Unknown(Unknown.What.NOT_UNDERSTOOD);
        }
        if (PlaceText.isMexicanSide(text)) {
            return new Lookup.Abroad(names.abroad("mexico"), false);
        }
        Lookup abroad = abroadBut(story, parts, today);
        if (abroad != null) {
            return abroad;
        }
        PlaceScan scan = new PlaceScan(names);
        if (PlaceText.isUnsure(text) && areSeveralStates(scan.meanings(story))) {
            // "Cerca de San Luis, no sé si ya es Illinois"
            return names.asking(scan.meanings(story), today);
        }
        Lookup first = beforeAStory(plain, scan, today);
        if (first != null) {
            return isRegionElsewhere(first, typed, scan.meanings(story))
                    ? names.asking(scan.meanings(story), first, today)
                    : first;
        }
        Lookup whole = names.words(typed, today);
        if (isLooselyInState(whole, typed)
                && (PlaceScan.isDoubtful(story) || scan.meanings(story).size() > 1)) {
            return names.asking(scan.meanings(story), whole, today);
        }
        if (whole instanceof Lookup.Choice guess
                && guess.approximate()
                && !scan.meanings(story).isEmpty()) {
            // What is spelled right counts for more.
            return names.asking(scan.meanings(story), today);
        }
        if (!isUnknown(whole)) {
            return isOrigin(parts) ? from(whole) : whole;
        }
        Lookup before = scan.beforeBeside(story, today);
        if (before != null) {
            return before;
        }
        for (PlaceSentence.Part part : parts) {
            Lookup there = longest(story, part, today);
            if (there != null) {
                boolean isLoose = part.lead() == PlaceSentence.Lead.LOOSE || part.lead() == PlaceSentence.Lead.ORIGIN;
                return isLoose && (PlaceSentence.isLeftBehind(story, part) || isInDoubt(there, typed, story, scan))
                        ? names.asking(scan.meanings(story), there, today)
                        : part.lead() == PlaceSentence.Lead.ORIGIN ? from(there) : there;
            }
        }
        Lookup scanned = scan.of(story, today);
        if (scanned != null && isRegionElsewhere(scanned, typed, scan.meanings(story))) {
            return names.asking(scan.meanings(story), scanned, today);
        }
        if (scanned == null && story.hasComma()) {
            // "Indianappolis, west side", "Montgomery County md, gaithersberg"
            Query start = story.part(0, story.nextComma(0));
            if (names.towns().named(start).isEmpty()) {
                Lookup alone = names.words(start, today);
                scanned = alone instanceof StateOnly ? alone : names.misspelled(start, today);
            }
            if (scanned == null || isUnknown(scanned)) {
                scanned = PlaceText.isUnsure(text) ? null : atTheEnd(story, today);
            }
        }
        if ((scanned == null || isUnknown(scanned)) && story.size() >= STORY_TO_ASK_ABOUT) {
            scanned = asking(scan.meanings(story), parts, story, today);
        }
        return scanned == null ? whole : scanned;
    }

    /** The place after the last comma, as in "Buford Highway, Doraville" and "el valle, macallen"; null if there's none. */
    private @Nullable Lookup atTheEnd(Query story, LocalDate today) {
        Query end = story.part(story.lastComma(story.size()), story.size());
        Lookup place = names.words(end, today);
        if (end.size() > 1) {
            return place instanceof Lookup.Choice choice && choice.approximate() ? null : place;
        }
        // "None of your business, friend": there are towns called Friend, Amigo and Cool.
        String word = end.word(0);
        boolean isGuess = place instanceof Lookup.Choice choice && choice.approximate();
        boolean isLarge = isGuess
                ? word.length() >= LEAST_OF_A_GUESS
                : names.towns().named(end).stream().anyMatch(town -> town.population() >= LARGER_THAN_A_WORD);
        return isLarge && !OrdinaryWords.contains(word) ? place : null;
    }

    /** Between two places, but not "between classes". */
    private static boolean isBeside(Query story, int index) {
        String word = story.word(index);
        return BESIDE.contains(word)
                && (!word.matches("between|entre")
                        || IntStream.range(index + 1, Math.min(story.size(), index + BETWEEN_AND))
                                .anyMatch(i -> story.word(i).matches("and|y|e")));
    }

    /** Whether somebody is near a place, or at home in two: "across the river from", "half the week im in ny". */
    static boolean isBetweenPlaces(Query story) {
        return IntStream.range(0, story.size()).anyMatch(i -> isBeside(story, i))
                || IntStream.range(0, story.size() - 1)
                        .anyMatch(i -> story.word(i).equals("half") && HALF_OF.contains(story.word(i + 1)));
    }

    /** A city abroad that begins a contrast or follows "estoy en", as in "Mexicali pero trabajo en Calexico"; else null. */
    private @Nullable Lookup abroadBut(Query story, List<PlaceSentence.Part> parts, LocalDate today) {
        int but = IntStream.range(0, story.size())
                .filter(i -> story.word(i).equals("pero") || story.word(i).equals("but"))
                .findFirst()
                .orElse(0);
        if (but > 0 && names.isTownAbroad(story.part(0, but))) {
            return names.exactly(story.part(0, but), today);
        }
        for (PlaceSentence.Part part : parts) {
            if (part.lead() == PlaceSentence.Lead.HERE && longest(story, part, today) instanceof Lookup.Abroad there) {
                return there;
            }
        }
        return null;
    }

    /** Whether an answer is only the state at the end of words that name no place in it. */
    private static boolean isLooselyInState(Lookup answer, Query typed) {
        boolean isState = (answer instanceof StateOnly only && only.reason() == StateOnly.Reason.PLACE_UNKNOWN)
                || (answer instanceof Lookup.Exact exact && exact.district().isAtLarge());
        return isState && typed.size() > LONGEST_STATE;
    }

    /** Two states at the end that are named as one home: "snowbird, New York and Florida"; empty if there aren't two. */
    List<Meaning> eitherState(Query story) {
        for (int i = 1; i < story.size() - 1; i++) {
            int at = i;
            Optional<String> before = EITHER.contains(story.word(i))
                    ? IntStream.range(Math.max(0, i - LONGEST_STATE), i)
                            .mapToObj(from -> names.stateNamed(story.part(from, at)))
                            .flatMap(Optional::stream)
                            .findFirst()
                    : Optional.empty();
            int length = before.isEmpty() ? 0 : names.stateAfter(story, i + 1);
            Optional<String> after = names.stateNamed(story.part(i + 1, i + 1 + length));
            if (length > 0 && i + 1 + length == story.size() && after.isPresent() && !after.equals(before)) {
                return Stream.of(before, after)
                        .flatMap(Optional::stream)
                        .map(names::stateAsMeaning)
                        .toList();
            }
        }
        return List.of();
    }

    /** Whether a region comes first and a town of another state after it: Westchester in Miami isn't the county in New York. */
    private boolean isRegionElsewhere(Lookup answer, Query typed, List<Meaning> named) {
        return answer instanceof StateOnly only
                && IntStream.range(1, typed.size()).anyMatch(end -> names.isRegion(typed.part(0, end)))
                && named.stream().anyMatch(place -> !place.state().equals(only.state()));
    }

    /** Whether a place after "in" or "de" may be another person's, a namesake, or a county's: 18 states have a Montgomery. */
    private static boolean isInDoubt(Lookup place, Query typed, Query story, PlaceScan scan) {
        List<Meaning> named = scan.meanings(story);
        boolean isAsked = place instanceof Lookup.Choice choice
                && !choice.meanings().isEmpty()
                && choice.meanings().containsAll(named);
        return !isAsked
                && (PlaceScan.isDoubtful(story)
                        || isContradicted(place, named)
                        || areSeveralStates(named)
                        || PlaceWords.isCounty(typed));
    }

    static boolean areSeveralStates(List<Meaning> named) {
        return named.stream().map(Meaning::state).distinct().count() > 1;
    }

    /** Whether the words name places, and none of them in the state of an answer. */
    private static boolean isContradicted(Lookup answer, List<Meaning> named) {
        List<String> states = answer instanceof StateOnly only
                ? List.of(only.state())
                : answer.districts().stream().map(District::state).distinct().toList();
        return !named.isEmpty() && named.stream().noneMatch(each -> states.contains(each.state()));
    }

    /** A question about the places in words that fit nothing else: all that are named, or one spelled by ear after "estoy en". */
    private @Nullable Lookup asking(List<Meaning> named, List<PlaceSentence.Part> parts, Query story, LocalDate today) {
        if (!named.isEmpty()) {
            return names.asking(named, today);
        }
        if (PlaceScan.isCounty(story)) {
            return null;
        }
        List<Integer> starts = Stream.concat(parts.stream().map(PlaceSentence.Part::tail), Stream.of(0))
                .distinct()
                .toList();
        for (int start : starts) {
            // "Quién es" sounds like Queens.
            for (int end = start == 0 ? 1 : Math.min(story.size(), start + 2); end > start; end--) {
                Query name = story.part(start, end);
                // "Español o q" isn't Española.
                boolean isCut = name.size() > 1 && name.word(name.size() - 1).length() == 1;
                List<Meaning> meant =
                        isCut || PlaceWords.isArticle(story, start, end) ? List.of() : names.calledOrSpelledLike(name);
                if (!meant.isEmpty() && !PlaceWords.isLandscape(name)) {
                    return names.asking(meant, today);
                }
            }
        }
        return null;
    }

    /** The place before a comma that only a remark follows, as in "orlando, my family is from puerto rico"; else null. */
    private @Nullable Lookup beforeAStory(String text, PlaceScan scan, LocalDate today) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            return null;
        }
        Query place = Query.ofStory(text.substring(0, comma));
        Query remark = Query.ofStory(text.substring(comma + 1));
        if (remark.size() >= STORY && names.exactly(place, today) instanceof Lookup.Abroad abroad) {
            return abroad;
        }
        for (int end = Math.min(LONGEST_STATE, remark.size()); end > 0; end--) {
            Query town = Query.of(place.asText() + ", " + remark.part(0, end).asText());
            if (names.isAbroad(remark.part(0, end)) && names.exactly(town, today) instanceof Lookup.Abroad abroad) {
                // "Lima, Peru. My kids are in Jersey"
                return abroad;
            }
        }
        if (place.size() > 1 && remark.size() >= STORY && names.isTownWithCode(place)) {
            return names.exactly(place, today);
        }
        int state = stateAtTheStart(remark);
        if (remark.size() - state < (state > 0 ? 1 : STORY)) {
            return null;
        }
        return state > 0
                ? inState(place, remark.part(0, state), today)
                : orInDoubt(scan.of(place, today), text, place, remark, scan, today);
    }

    /** A place before a remark, or which one was meant, if the place may be another person's or the remark names another one. */
    private @Nullable Lookup orInDoubt(
            @Nullable Lookup found, String text, Query place, Query remark, PlaceScan scan, LocalDate today) {
        List<Meaning> named = scan.meanings(Query.ofStory(text));
        if (PlaceScan.isDoubtful(place)) {
            return !scan.meanings(remark).isEmpty()
                    ? names.asking(named, today)
                    : found == null ? null : names.asking(named, found, today);
        }
        return found != null && !PlaceScan.isDoubtful(remark) && isContradicted(found, scan.meanings(remark))
                ? names.asking(named, today)
                : found;
    }

    /** A place in the state that words name, whose own name may be misspelled. */
    private @Nullable Lookup inState(Query place, Query state, LocalDate today) {
        Lookup exact = names.exactly(Query.ofStory(place.asText() + ", " + state.asText()), today);
        // "Mi" and "a la" are words.
        boolean isWord = state.key(0, state.size()).length() < SHORTEST_STATE
                && state.capitals().contains(false);
        return exact != null || isWord || place.size() > LONGEST_STATE
                ? exact
                : names.inState(place, names.stateNames().named(state).orElseThrow(), false, today);
    }

    /** How many words name a state at the start of what follows a comma, as in "Las Vegas, New Mexico please"; 0 if none do. */
    private int stateAtTheStart(Query remark) {
        int most = Math.min(LONGEST_STATE, remark.size());
        while (most > 0 && names.stateNames().named(remark.part(0, most)).isEmpty()) {
            most--;
        }
        return most;
    }

    /** "Hi, Denver" and "Fremont NE, buenas tardes" without the greeting, but not "Okay, OK", which is a town. */
    private Query withoutGreeting(Query typed) {
        Query without = TitleWords.polite(typed);
        return without.size() < typed.size()
                        && names.stateNames()
                                .atTheEnd(typed)
                                .filter(ending -> !names.placeIn(typed.part(0, ending.start()), ending.state())
                                        .isNowhere())
                                .isPresent()
                ? typed
                : without;
    }

    /** Someone from a country may live anywhere, even if a U.S. town shares its name. */
    private static Lookup from(Lookup lookup) {
        if (lookup instanceof Lookup.Abroad abroad) {
            return new Lookup.Abroad(abroad.place(), true);
        } else if (lookup instanceof Lookup.Choice choice) {
            return choice.meanings().stream()
                    .flatMap(meaning -> meaning.foreign().stream())
                    .filter(ForeignPlace::country)
                    .findFirst()
                    .<Lookup>map(country -> new Lookup.Abroad(country, true))
                    .orElse(lookup);
        }
        return lookup;
    }

    private static boolean isOrigin(List<PlaceSentence.Part> parts) {
        return !parts.isEmpty() && parts.get(0).lead() == PlaceSentence.Lead.ORIGIN;
    }

    private static boolean isUnknown(Lookup lookup) {
        return lookup instanceof Unknown unknown && unknown.what() == Unknown.What.NOT_UNDERSTOOD;
    }

    /** The longest name after words such as "I live in"; null if none follows. */
    private @Nullable Lookup longest(Query story, PlaceSentence.Part part, LocalDate today) {
        int most = Math.min(story.size(), part.tail() + LONGEST_PLACE);
        for (int end = most; end > part.tail(); end--) {
            Lookup there = PlaceWords.isArticle(story, part.tail(), end) || PlaceWords.isCodeLikeWord(story, end)
                    ? null
                    : names.exactly(story.part(part.tail(), end), today);
            if (there != null && PlaceWords.isCountyAt(story, end)) {
                // Macon is in Georgia, and "Macon County, Illinois" isn't.
                return inCounty(story, part.tail(), end + 1, today);
            }
            if (there != null) {
                Lookup misspelled = withTheNextWord(story, part.tail(), end, today);
                return misspelled == null ? inTheStateAfter(there, story, part.tail(), end, today) : misspelled;
            }
        }
        return null;
    }

    /** A longer, misspelled name, as in "vivo en boyle hights", which isn't Boyle in Mississippi; null if it's none. */
    private @Nullable Lookup withTheNextWord(Query story, int from, int end, LocalDate today) {
        if (end == story.size()
                || story.afterComma().get(end)
                || story.word(end).length() < LEAST_OF_A_GUESS - 1
                || PlaceWords.OF_SENTENCES.contains(story.word(end))) {
            return null;
        }
        Lookup longer = names.misspelled(story.part(from, end + 1), today);
        return isUnknown(longer) ? null : longer;
    }

    /** A place in the state that is named right after it: "San Jose Missouri" isn't in California, and "Odesa Tejas" not abroad. */
    private Lookup inTheStateAfter(Lookup there, Query story, int from, int end, LocalDate today) {
        int state = names.stateAfter(story, end);
        return state == 0 ? there : names.words(story.part(from, end + state), today);
    }

    /** A county in the state that is named after it; null if none is. */
    private @Nullable Lookup inCounty(Query story, int from, int end, LocalDate today) {
        int state = names.stateAfter(story, end);
        return state == 0 ? null : names.words(story.part(from, end + state), today);
    }

    private Lookup zips(String text, int first, LocalDate today) {
        if (isMailAbroad(text, first)) {
            Query after = Query.of(text.substring(first + 5));
            Query before = townBefore(text, first);
            return names.words(nameAbroad(after).orElse(before.isEmpty() ? after : before), today);
        }
        Area area = zips.at(ZipText.code(text, first));
        for (int next = ZipText.next(text, first + 5); next != ZipText.NONE; next = ZipText.next(text, next + 5)) {
            area = area.and(zips.at(ZipText.code(text, next)));
        }
        return area.isNowhere()
                ? new Unknown(Unknown.What.NO_SUCH_ZIP)
                : names.lookupAnswers().area(area, false, today);
    }

    /** The state of a ZIP code and another one that somebody votes in: "43015, at my daughter's. I vote in Illinois"; empty if there's none. */
    List<Meaning> orWhereTheyVote(String text, Lookup zip) {
        Query story = Query.ofStory(text);
        Set<String> states = zip.districts().stream().map(District::state).collect(Collectors.toSet());
        List<String> votes = PlaceSentence.parts(story).stream()
                .filter(part -> part.lead() == PlaceSentence.Lead.VOTE)
                .map(part -> story.part(part.tail(), part.tail() + names.stateAfter(story, part.tail())))
                .flatMap(name -> names.stateNamed(name).stream())
                .filter(state -> !states.contains(state))
                .toList();
        return votes.isEmpty()
                ? List.of()
                : Stream.concat(votes.stream(), states.stream().sorted())
                        .distinct()
                        .map(names::stateAsMeaning)
                        .toList();
    }

    /** Whether five digits are the code of a town abroad, as in "75011 Paris, France" and "Lima Perú, código 15001". */
    boolean isMailAbroad(String text, int zip) {
        Query before = townBefore(text, zip);
        Query after = Query.of(text.substring(zip + 5));
        return names.isCityAndCountry(before.isEmpty() ? after : before)
                || nameAbroad(after).isPresent();
    }

    /** The country or city abroad that alone follows a ZIP code, as in "28012 en España"; without "en" it may be an origin. */
    private Optional<Query> nameAbroad(Query after) {
        return after.size() > 1
                ? Optional.of(after.part(1, after.size()))
                        .filter(name -> IN.contains(after.word(0)) && names.isAbroad(name) && !names.isState(name))
                : Optional.empty();
    }

    /** The words before a ZIP code, without "código postal". */
    private static Query townBefore(String text, int zip) {
        Query before = Query.of(text.substring(0, zip));
        int end = before.size();
        while (end > 0 && OF_CODES.contains(before.word(end - 1))) {
            end--;
        }
        return before.part(0, end);
    }

    /** Whether the number is a ZIP code with an area. */
    boolean isZip(int code) {
        return !zips.at(code).isNowhere();
    }

    /** A question about all places that some words name, of which none may be where the person lives; unknown if they name none. */
    Lookup asking(String text, LocalDate today) {
        Query story = Query.ofStory(PlaceText.plain(PlaceText.here(text)));
        for (PlaceSentence.Part part : PlaceSentence.parts(story)) {
            // "My brother in Denver told me, I'm in Pueblo"
            Lookup here = part.lead() == PlaceSentence.Lead.HERE ? longest(story, part, today) : null;
            if (here != null) {
                return names.asking(List.of(), here, today);
            }
        }
        List<Meaning> named = new PlaceScan(names).meanings(story);
        Query core = PlaceWords.core(story);
        // "De nuevo" is "again" before it's Nuevo, California.
        boolean isWord = core.size() == 1 && OrdinaryWords.contains(core.word(0));
        return isWord ? names.asking(named, today) : names.asking(named, find(text, today), today);
    }
}
