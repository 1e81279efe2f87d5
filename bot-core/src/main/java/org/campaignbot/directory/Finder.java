package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.campaignbot.directory.Lookup.StateOnly;
import org.campaignbot.directory.Lookup.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * Interprets what a person typed: first as a ZIP code, then as a district, a state, a place with or without its state, a place
 * abroad, and a lawmaker's name. Input that fits in several ways becomes a question with all of them.
 */
final class Finder {

    private static final Set<String> MILITARY_MAIL = Set.of("apo", "fpo", "dpo");
    private static final String WASHINGTON = "washington";
    private static final String LOS_ANGELES = "losangeles";

    /** People who live just outside of D.C. don't live in it. */
    private static final Pattern OUTSIDE_THE_CAPITAL = Pattern.compile(
            "\\b(?:outside(?: of)?|afueras de) (?:washington,? )?d\\.?c\\.?(?!\\w)[\\s,]*", Pattern.CASE_INSENSITIVE);

    /** Where somebody lived before, as in "moved from Nebraska to Fort Collins". */
    private static final Pattern MOVED_FROM = Pattern.compile(
            "\\b(?:(?:just )?moved|mud[eé]|mudamos|mudado|mudar) (?:here |there |over |out |ac[aá] )?(?:from|de|desde) .+?"
                    + "(?=\\s(?:to|a|para)\\s|[,.;]|$)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LA_WITH_STOPS = Pattern.compile("\\bl\\.\\s?a\\.(?!\\w)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_PLACE = 7;

    /** From this size a town is offered beside the states whose half name it has. */
    private static final int CITY = 100_000;

    /** Names that several states share. */
    private static final Map<String, List<String>> SHARED = Map.ofEntries(
            Map.entry("carolina", List.of("NC", "SC")),
            Map.entry("carolinas", List.of("NC", "SC")),
            Map.entry("thecarolinas", List.of("NC", "SC")),
            Map.entry("lascarolinas", List.of("NC", "SC")),
            Map.entry("dakota", List.of("ND", "SD")),
            Map.entry("dakotas", List.of("ND", "SD")),
            Map.entry("thedakotas", List.of("ND", "SD")),
            Map.entry("lasdakotas", List.of("ND", "SD")),
            Map.entry("dmv", List.of("DC", "MD", "VA")),
            Map.entry("thedmv", List.of("DC", "MD", "VA")),
            Map.entry("newengland", List.of("CT", "MA", "ME", "NH", "RI", "VT")),
            Map.entry("nuevainglaterra", List.of("CT", "MA", "ME", "NH", "RI", "VT")),
            Map.entry("navajonation", List.of("AZ", "NM", "UT")),
            Map.entry("thenavajonation", List.of("AZ", "NM", "UT")));

    /** Words that put a person near a place, not in it. */
    private static final Set<String> BESIDE = Set.of("across", "between", "entre", "mitad");

    /** Border towns have a namesake on this side. */
    private static final Pattern MEXICAN_SIDE =
            Pattern.compile("\\b(?:mexican side|lado (?:mexicano|de m[eé]xico))\\b", Pattern.CASE_INSENSITIVE);

    /** A ZIP code that is typed digit by digit. */
    private static final Pattern SPACED_ZIP = Pattern.compile("(?<!\\d)(?<!\\d[ .-])\\d([ .-]\\d){4}(?![ .-]?\\d)");

    /** A ZIP code with a digit too few or too many, as in "im in zip 7820". */
    private static final Pattern BROKEN_ZIP = Pattern.compile(
            "\\b(?:zip(?: ?code)?|c[oó]digo postal)\\D{0,12}(?:\\d{3,4}|\\d{6,})\\b", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_STATE = 4;

    /** The fewest words after a comma that tell something else than where a town lies. */
    private static final int STORY = 3;

    private final ZipCodes zips;
    private final Towns towns;
    private final ForeignPlaces foreignPlaces;
    private final Misspellings misspellings;
    private final StateNames stateNames = new StateNames();
    private final LawmakerNames lawmakers;
    private final MemberIndex memberIndex;
    private final LookupAnswers lookupAnswers;

    Finder(
            ZipCodes zips,
            Towns towns,
            ForeignPlaces foreignPlaces,
            Collection<Lawmaker> lawmakers,
            MemberIndex memberIndex,
            Maps maps) {
        this(zips, towns, foreignPlaces, new Misspellings(towns, new StateNames()), lawmakers, memberIndex, maps);
    }

    private Finder(
            ZipCodes zips,
            Towns towns,
            ForeignPlaces foreignPlaces,
            Misspellings misspellings,
            Collection<Lawmaker> lawmakers,
            MemberIndex memberIndex,
            Maps maps) {
        this.zips = zips;
        this.towns = towns;
        this.foreignPlaces = foreignPlaces;
        this.lawmakers = new LawmakerNames(lawmakers);
        this.misspellings = misspellings;
        this.memberIndex = memberIndex;
        this.lookupAnswers = new LookupAnswers(memberIndex, maps);
    }

    /** The same places with other lawmakers. */
    Finder over(Collection<Lawmaker> others, MemberIndex index, Maps maps) {
        return new Finder(zips, towns, foreignPlaces, misspellings, others, index, maps);
    }

    LookupAnswers lookupAnswers() {
        return lookupAnswers;
    }

    Towns towns() {
        return towns;
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
            return zips(text, zip, today);
        }
        Matcher spaced = SPACED_ZIP.matcher(text);
        if (spaced.find()) {
            return find(spaced.group().replaceAll("\\D", ""), today);
        }
        Query raw = Query.of(text);
        DistrictText.Named code = raw.size() == 2 && raw.capitals().get(0) ? district(raw) : null;
        if (code != null) {
            // "IN-1" and "OK-1" begin with words that are left out below.
            return district(code, today);
        }
        Optional<String> spelledOut = ZipText.spelledOut(text);
        if (spelledOut.isPresent()) {
            return find(spelledOut.get(), today);
        }
        if (BROKEN_ZIP.matcher(text).find()) {
            return new Unknown(Unknown.What.NO_SUCH_ZIP);
        }
        String here = here(text);
        if (!here.equals(text)) {
            return find(here, today);
        }
        String plain = LA_WITH_STOPS.matcher(text).replaceAll("Los Angeles");
        Query typed = withoutGreeting(Query.of(plain));
        Query story = Query.ofStory(plain);
        List<PlaceSentence.Part> parts = PlaceSentence.parts(story);
        for (PlaceSentence.Part part : parts) {
            Lookup home = part.lead() == PlaceSentence.Lead.HOME ? longest(story, part, today) : null;
            if (home != null) {
                return home;
            }
        }
        if (story.words().stream().anyMatch(BESIDE::contains)) {
            // "Across the river from St. Louis" is in Illinois: ask.
            return new Unknown(Unknown.What.NOT_UNDERSTOOD);
        }
        if (MEXICAN_SIDE.matcher(text).find()) {
            return new Lookup.Abroad(Objects.requireNonNull(foreignPlaces.named(Query.of("mexico"))), false);
        }
        Lookup first = beforeAStory(plain, today);
        if (first != null) {
            return first;
        }
        Lookup whole = words(typed, today);
        if (!isUnknown(whole)) {
            return isOrigin(parts) ? from(whole) : whole;
        }
        PlaceScan scan = new PlaceScan(this, towns, stateNames);
        Lookup before = scan.beforeBeside(story, today);
        if (before != null) {
            return before;
        }
        for (PlaceSentence.Part part : parts) {
            Lookup there = longest(story, part, today);
            if (there != null) {
                return part.lead() == PlaceSentence.Lead.ORIGIN ? from(there) : there;
            }
        }
        Lookup scanned = scan.of(story, today);
        if (scanned == null && story.hasComma()) {
            // "Indianappolis, west side"
            Query start = story.part(0, firstComma(story));
            scanned = towns.named(start).isEmpty() ? misspelt(start, today) : null;
        }
        return scanned == null ? whole : scanned;
    }

    /** The words without "moved from Nebraska" and "outside of DC", which say where somebody doesn't live. */
    static String here(String text) {
        String there = MOVED_FROM.matcher(text).replaceAll("");
        return OUTSIDE_THE_CAPITAL.matcher(there).replaceAll("").strip();
    }

    private static int firstComma(Query story) {
        return IntStream.range(1, story.size())
                .filter(i -> story.afterComma().get(i))
                .findFirst()
                .orElse(story.size());
    }

    /** The place before a comma that only a remark follows, as in "orlando, my family is from puerto rico"; else null. */
    private @Nullable Lookup beforeAStory(String text, LocalDate today) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            return null;
        }
        Query place = Query.ofStory(text.substring(0, comma));
        Query remark = Query.ofStory(text.substring(comma + 1));
        int state = stateAtTheStart(remark);
        if (remark.size() - state < (state > 0 ? 1 : STORY)) {
            return null;
        }
        return state > 0
                ? exactly(
                        Query.ofStory(
                                place.asText() + ", " + remark.part(0, state).asText()),
                        today)
                : new PlaceScan(this, towns, stateNames).of(place, today);
    }

    /** How many words name a state at the start of what follows a comma, as in "Las Vegas, New Mexico please"; 0 if none do. */
    private int stateAtTheStart(Query remark) {
        int most = Math.min(LONGEST_STATE, remark.size());
        while (most > 0 && stateNames.named(remark.part(0, most)).isEmpty()) {
            most--;
        }
        return most;
    }

    /** A town in a state that is known to have it. */
    Lookup townIn(Query town, String state, LocalDate today) {
        return lookupAnswers.areaOrNamed(placeIn(town, state), List.of(), false, today);
    }

    /** A state of which nothing nearer is known. */
    Lookup onlyState(String state, LocalDate today) {
        return lookupAnswers.state(state, StateOnly.Reason.STATE_NAMED, today);
    }

    /** "Hi, Denver" without its greeting, but not "Okay, OK", which is a town. */
    private Query withoutGreeting(Query typed) {
        Query without = TitleWords.withoutGreeting(typed);
        return without.size() < typed.size()
                        && stateNames
                                .atTheEnd(typed)
                                .filter(ending -> !placeIn(typed.part(0, ending.start()), ending.state())
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

    /** Whether the words are "the valley", or a county that nobody means as the town or state of that name. */
    private boolean isNoTown(Query typed) {
        return PlaceWords.isLandscape(typed) || (PlaceWords.isCounty(typed) && !isRegion(TitleWords.stripped(typed)));
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
            Lookup there =
                    PlaceWords.isArticle(story, part.tail(), end) ? null : exactly(story.part(part.tail(), end), today);
            if (there != null) {
                return there;
            }
        }
        return null;
    }

    private Lookup zips(String text, int first, LocalDate today) {
        Area area = zips.at(ZipText.code(text, first));
        for (int next = ZipText.next(text, first + 5); next != ZipText.NONE; next = ZipText.next(text, next + 5)) {
            area = area.and(zips.at(ZipText.code(text, next)));
        }
        return area.isNowhere() ? new Unknown(Unknown.What.NO_SUCH_ZIP) : lookupAnswers.area(area, false, today);
    }

    /** Whether the number is a ZIP code with an area. */
    boolean isZip(int code) {
        return !zips.at(code).isNowhere();
    }

    /** Whether the words name a state, by name or code. */
    boolean isState(Query query) {
        return stateNames.named(query).isPresent();
    }

    /** Whether the words are a listed town and its state, written out or surely meant. */
    boolean isTownInState(Query query) {
        StateNames.Ending ending = stateNames.atTheEnd(query).orElse(null);
        return ending != null
                && ending.certain()
                && (query.key(ending.start(), query.size()).length() > 2
                        || query.afterComma().get(ending.start()))
                && towns.named(PlaceWords.core(query.part(0, ending.start()))).stream()
                        .anyMatch(town -> town.listed() && town.state().equals(ending.state()));
    }

    /** Whether the words name a part of a state that is no town, such as Cook County. */
    boolean isRegion(Query query) {
        return stateNames.region(query).isPresent();
    }

    /** Whether the words name a place abroad. */
    boolean isAbroad(Query query) {
        return foreignPlaces.named(query) != null;
    }

    private Lookup words(Query typed, LocalDate today) {
        if (typed.isEmpty() || isNoTown(typed)) {
            return new Unknown(Unknown.What.NOT_UNDERSTOOD);
        }
        TitleWords.@Nullable Titled titled = TitleWords.titled(typed);
        if (titled != null) {
            List<Lawmaker> named = lawmakers.named(titled.name(), titled.chamber());
            if (named.isEmpty()) {
                named = lawmakers.misspelt(titled.name(), titled.chamber()).lawmakers();
            }
            if (!named.isEmpty()) {
                return lookupAnswers.areaOrNamed(Area.NOWHERE, seats(named, today), false, today);
            }
        }
        Query query = TitleWords.stripped(typed);
        List<Lawmaker> named = new ArrayList<>(lawmakers.named(query, null));
        StateNames.@Nullable Ending ending = stateNames.atTheEnd(query).orElse(null);
        if (ending != null) {
            Query before = query.part(0, ending.start());
            boolean oneSeat = memberIndex.isOneSeat(ending.state());
            if (!oneSeat || before.size() > 1) {
                lawmakers.named(before, null).stream()
                        .filter(lawmaker -> lawmaker.state().equals(ending.state()) && !named.contains(lawmaker))
                        .forEach(named::add);
            }
        }
        List<Seat> seats = seats(named, today);
        Lookup place = place(query, ending, seats, today);
        if (place != null) {
            return place;
        }
        if (!seats.isEmpty()) {
            return lookupAnswers.areaOrNamed(Area.NOWHERE, seats, false, today);
        }
        if (ending != null && ending.certain()) {
            boolean isLa = query.word(query.size() - 1).equals("la");
            return inState(query.part(0, ending.start()), ending.state(), isLa, today);
        }
        Lookup without = withoutPart(query, today);
        if (without != null) {
            return without;
        }
        Lookup meant = ending == null ? null : misspeltIn(query.part(0, ending.start()), ending.state(), today);
        return meant == null ? misspelt(query, today) : meant;
    }

    /** What the words name without a doubt: no misspelling, no unknown place of a state, no lawmaker. Null if they name nothing. */
    @Nullable
    Lookup exactly(Query typed, LocalDate today) {
        if (typed.isEmpty() || isNoTown(typed)) {
            return null;
        }
        Query query = TitleWords.stripped(typed);
        Lookup place = place(query, stateNames.atTheEnd(query).orElse(null), List.of(), today);
        return place == null ? withoutPart(query, today) : place;
    }

    private @Nullable Lookup place(Query query, StateNames.@Nullable Ending ending, List<Seat> named, LocalDate today) {
        if (MILITARY_MAIL.contains(query.word(0)) && query.size() <= 2) {
            return new Lookup.Military();
        }
        DistrictText.Named district = DistrictText.of(query, stateNames);
        if (district != null) {
            return district(district, today);
        }
        Lookup special = special(query, today);
        if (special != null) {
            return special;
        }
        Optional<String> state = stateNames.named(query);
        if (state.isPresent()) {
            return lookupAnswers.state(state.get(), StateOnly.Reason.STATE_NAMED, today);
        }
        Optional<String> region = stateNames.region(query);
        if (region.isPresent()) {
            return lookupAnswers.state(region.get(), StateOnly.Reason.PLACE_UNKNOWN, today);
        }
        Area there = ending == null ? Area.NOWHERE : placeIn(query.part(0, ending.start()), ending.state());
        if (!query.hasComma()) {
            if (there.isNowhere() || !isCertain(ending)) {
                Lookup bare = bare(query, there, named, today);
                if (bare != null) {
                    return bare;
                }
            }
        } else if (there.isNowhere() && ending == null) {
            ForeignPlace abroad = abroadAtTheEnd(query);
            return abroad == null ? address(query, today) : new Lookup.Abroad(abroad, false);
        }
        if (!there.isNowhere()) {
            return lookupAnswers.areaOrNamed(there, named, false, today);
        }
        ForeignPlace abroad = ending == null ? abroadAtTheEnd(query) : null;
        return abroad == null ? null : new Lookup.Abroad(abroad, false);
    }

    /** The country after a town's name; null if there is none, or if it is a lawmaker's last name, as in "Jim Jordan". */
    private @Nullable ForeignPlace abroadAtTheEnd(Query query) {
        return lawmakers.named(query, null).isEmpty() ? foreignPlaces.atTheEnd(query) : null;
    }

    private static boolean isCertain(StateNames.@Nullable Ending ending) {
        return ending != null && ending.certain();
    }

    /** The district that words such as "NY-12" name, whether it exists or not; null if they name none. */
    DistrictText.@Nullable Named district(Query typed) {
        return DistrictText.of(typed, stateNames);
    }

    /** Whether a state has a district of that number; a state with one seat has 0 and 1. */
    boolean isDistrict(DistrictText.Named named) {
        return memberIndex.isOneSeat(named.state())
                ? named.number() <= 1
                : memberIndex.knows(new District(named.state(), named.number()));
    }

    private Lookup district(DistrictText.Named named, LocalDate today) {
        if (memberIndex.isOneSeat(named.state())) {
            return lookupAnswers.state(named.state(), StateOnly.Reason.STATE_NAMED, today);
        }
        District district = new District(named.state(), named.number());
        return memberIndex.knows(district)
                ? lookupAnswers.area(Area.of(List.of(district)), false, today)
                : lookupAnswers.state(named.state(), StateOnly.Reason.PLACE_UNKNOWN, today);
    }

    /** Whether the words are a name that means two things to nearly everybody, such as "LA" or "Dakota". */
    boolean isAmbiguous(Query query, LocalDate today) {
        return special(query, today) != null;
    }

    /** The names that mean two things to nearly everybody: Washington, and "LA". */
    private @Nullable Lookup special(Query query, LocalDate today) {
        String key = query.key(0, query.size());
        if (key.equals(WASHINGTON)) {
            Area capital = Area.of(memberIndex.districts("DC"));
            Area state = Area.of(memberIndex.districts("WA"));
            List<Meaning> both = List.of(
                    Meaning.of("", "WA", state.districts()), Meaning.of("Washington", "DC", capital.districts()));
            return lookupAnswers.meanings(both, state.and(capital), List.of(), today);
        }
        List<String> both = SHARED.getOrDefault(key, List.of());
        if (!both.isEmpty()) {
            List<Meaning> meanings = new ArrayList<>();
            Area area = Area.NOWHERE;
            for (String state : both) {
                meanings.add(Meaning.of("", state, memberIndex.districts(state)));
                area = area.and(Area.of(memberIndex.districts(state)));
            }
            for (Towns.Candidate town : towns.named(query)) {
                // Carolina is a city of Puerto Rico, too.
                if (town.population() >= CITY) {
                    meanings.add(town.meaning());
                    area = area.and(town.area());
                }
            }
            return lookupAnswers.meanings(meanings, area, List.of(), today);
        }
        if (key.equals("la") && query.size() == 1) {
            List<Towns.Candidate> city = towns.named(Query.of(LOS_ANGELES));
            Area state = Area.inState("LA");
            if (!city.isEmpty()) {
                Meaning angeles = city.get(0).meaning();
                return lookupAnswers.meanings(
                        List.of(angeles, Meaning.of("", "LA", List.of())),
                        city.get(0).area().and(state),
                        List.of(),
                        today);
            }
        }
        return null;
    }

    /** A name alone: a town that is decided by its size, several to choose from, or a place abroad. */
    private @Nullable Lookup bare(Query query, Area more, List<Seat> named, LocalDate today) {
        List<Towns.Candidate> all = towns.named(query);
        ForeignPlace foreign = foreignPlaces.named(query);
        Area area = towns.area(query).and(more);
        if (foreign != null) {
            List<Meaning> meanings = new ArrayList<>();
            all.stream()
                    .filter(Towns.Candidate::rivalsAbroad)
                    .map(Towns.Candidate::meaning)
                    .forEach(meanings::add);
            if (meanings.isEmpty()) {
                return new Lookup.Abroad(foreign, false);
            }
            meanings.add(Meaning.of(foreign));
            return lookupAnswers.meanings(meanings, area, named, today);
        }
        if (all.isEmpty()) {
            return area.isNowhere() ? null : lookupAnswers.areaOrNamed(area, named, false, today);
        }
        if (named.isEmpty() && more.isNowhere() && Towns.isDecided(all)) {
            Towns.Candidate first = all.get(0);
            String name = first.name() + ", " + States.name(first.state()).orElseThrow();
            return lookupAnswers.town(name, first.area(), today);
        }
        boolean towns = all.stream().anyMatch(Towns.Candidate::listed);
        List<Meaning> meanings = all.stream().map(Towns.Candidate::meaning).toList();
        return lookupAnswers.meanings(towns || named.isEmpty() ? meanings : List.of(), area, named, today);
    }

    /** The area of a place in a state; if it isn't known, the last part after a comma or a house number is tried alone. */
    private Area placeIn(Query before, String state) {
        Area there = towns.area(before).within(state);
        int comma = before.lastComma(before.size());
        if (there.isNowhere() && comma > 0) {
            // "12 Main Street, Springfield, IL"
            there = towns.area(before.part(comma, before.size())).within(state);
        }
        if (there.isNowhere() && isStreet(before)) {
            for (int start = 2; start < before.size() && there.isNowhere(); start++) {
                there = towns.area(before.part(start, before.size())).within(state);
            }
        }
        return there;
    }

    private static boolean isStreet(Query query) {
        return query.size() > 2 && Character.isDigit(query.word(0).charAt(0));
    }

    /** The town in an address without a state, as in "12 Main Street, Springfield"; null if there is none. */
    private @Nullable Lookup address(Query query, LocalDate today) {
        int comma = query.lastComma(query.size());
        boolean street = isStreet(query);
        return comma > 0 && street ? exactly(query.part(comma, query.size()), today) : null;
    }

    /** An unknown place of a state: a town that may be meant is taken for its districts, else the state alone. */
    private Lookup inState(Query before, String state, boolean isLa, LocalDate today) {
        Area near = misspellings.townIn(before, state);
        Query without = PlaceWords.withoutPart(before);
        Area there = near.isNowhere() && without != null ? towns.area(without).within(state) : near;
        if (there.isNowhere() && isLa) {
            // "Boyle Heights, LA" is more likely in Los Angeles than in Louisiana: ask.
            Lookup both = special(Query.of("la"), today);
            return both == null ? lookupAnswers.state(state, StateOnly.Reason.PLACE_UNKNOWN, today) : both;
        }
        return there.isNowhere()
                ? lookupAnswers.state(state, StateOnly.Reason.PLACE_UNKNOWN, today)
                : lookupAnswers.area(there, false, today);
    }

    private @Nullable Lookup withoutPart(Query query, LocalDate today) {
        Query without = PlaceWords.withoutPart(query);
        if (without == null) {
            return null;
        }
        Lookup whole = place(without, stateNames.atTheEnd(without).orElse(null), List.of(), today);
        return whole instanceof StateOnly only && only.reason() == StateOnly.Reason.STATE_NAMED
                ? lookupAnswers.state(only.state(), StateOnly.Reason.PLACE_UNKNOWN, today)
                : whole;
    }

    /** A larger town of a state with a misspelled name, as in "reding pa"; null if there is none. */
    private @Nullable Lookup misspeltIn(Query name, String state, LocalDate today) {
        return misspellings.nearest(name).towns().stream()
                .filter(town -> town.state().equals(state))
                .findFirst()
                .map(town -> lookupAnswers.misspelt(List.of(town.meaning()), town.area(), List.of(), today))
                .orElse(null);
    }

    /** A misspelled name of a state, town or lawmaker, whichever is nearest. */
    private Lookup misspelt(Query query, LocalDate today) {
        LawmakerNames.Misspelt lawmaker = lawmakers.misspelt(query, null);
        Misspellings.Nearest nearest = misspellings.nearest(query);
        Lookup inState = lawmaker.lawmakers().isEmpty() && nearest.isNothing() ? inMisspeltState(query, today) : null;
        if (inState != null) {
            return inState;
        }
        if (nearest.slips() <= lawmaker.slips() && !nearest.isNothing()) {
            if (nearest.states().size() == 1) {
                return lookupAnswers.state(nearest.states().get(0), StateOnly.Reason.STATE_NAMED, today);
            }
            List<Towns.Candidate> meant = nearest.towns();
            Area area = Area.NOWHERE;
            for (Towns.Candidate candidate : meant) {
                area = area.and(candidate.area());
            }
            return lookupAnswers.misspelt(
                    meant.stream().map(Towns.Candidate::meaning).toList(),
                    area,
                    nearest.slips() == lawmaker.slips() ? seats(lawmaker.lawmakers(), today) : List.of(),
                    today);
        }
        return lawmaker.lawmakers().isEmpty()
                ? new Unknown(Unknown.What.NOT_UNDERSTOOD)
                : lookupAnswers.areaOrNamed(
                        misspellings.ofTheSame(query, lawmaker.slips()),
                        seats(lawmaker.lawmakers(), today),
                        false,
                        today);
    }

    /** A known town before a misspelled state, as in "Nashville Tennesee"; null if it's neither. */
    private @Nullable Lookup inMisspeltState(Query query, LocalDate today) {
        for (int start = query.size() - 1; start > 0 && start >= query.size() - 2; start--) {
            List<String> states =
                    misspellings.nearest(query.part(start, query.size())).states();
            Area there = states.isEmpty() ? Area.NOWHERE : placeIn(query.part(0, start), states.get(0));
            if (!there.isNowhere()) {
                return lookupAnswers.area(there, false, today);
            }
        }
        return null;
    }

    /** The lawmakers that correctly spelled words name. */
    List<Lawmaker> lawmakers(Query query) {
        TitleWords.Titled titled = TitleWords.titled(query);
        return titled == null ? lawmakers.named(query, null) : lawmakers.named(titled.name(), titled.chamber());
    }

    private List<Seat> seats(List<Lawmaker> lawmakers, LocalDate today) {
        return lawmakers.stream()
                .map(Lawmaker::seatId)
                .distinct()
                .map(id -> memberIndex.chair(id).orElseThrow().on(today))
                .toList();
    }
}
