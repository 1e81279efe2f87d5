package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.directory.Lookup.StateOnly;
import org.campaignbot.directory.Lookup.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * Says what a name means: a district, a state, a place with or without its state, a place abroad, or a lawmaker. A name that fits in
 * several ways becomes a question with all of them.
 */
final class PlaceNames {

    private static final Set<String> MILITARY_MAIL = Set.of("apo", "fpo", "dpo");

    private static final String WASHINGTON = "washington";

    private static final String LOS_ANGELES = "losangeles";

    /** Of short names, only a state's own is sure: Ohio, but not "mass". */
    private static final int LONGEST_ALIAS_LIKE_A_WORD = 4;

    /** The most words of a state's name. */
    private static final int LONGEST_STATE = 3;

    /** From this size a town is offered beside the states whose half name it has. */
    private static final int CITY = 100_000;

    /** The most towns of one name to choose from in words that may be about another place. */
    private static final int MOST_NAMESAKES = 5;

    /** From this size a town may be meant by a word among others. */
    private static final int LARGER_THAN_A_WORD = 5_000;

    /** A smaller place than this may be a misspelled city. */
    private static final int HAMLET = 2_000;

    /** From this size a town is offered beside a hamlet whose name is like its own. */
    private static final int LARGER_THAN_A_HAMLET = 25_000;

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
            Map.entry("virginias", List.of("VA", "WV")),
            Map.entry("thevirginias", List.of("VA", "WV")),
            Map.entry("lasvirginias", List.of("VA", "WV")),
            Map.entry("dmv", List.of("DC", "MD", "VA")),
            Map.entry("thedmv", List.of("DC", "MD", "VA")),
            Map.entry("newengland", List.of("CT", "MA", "ME", "NH", "RI", "VT")),
            Map.entry("nuevainglaterra", List.of("CT", "MA", "ME", "NH", "RI", "VT")),
            Map.entry("navajonation", List.of("AZ", "NM", "UT")),
            Map.entry("thenavajonation", List.of("AZ", "NM", "UT")));

    private final Towns towns;
    private final ForeignPlaces foreignPlaces;
    private final Misspellings misspellings;
    private final StateNames stateNames = new StateNames();
    private final LawmakerNames lawmakers;
    private final MemberIndex memberIndex;
    private final LookupAnswers lookupAnswers;

    PlaceNames(
            Towns towns,
            ForeignPlaces foreignPlaces,
            Collection<Lawmaker> lawmakers,
            MemberIndex memberIndex,
            Maps maps) {
        this(towns, foreignPlaces, new Misspellings(towns, new StateNames()), lawmakers, memberIndex, maps);
    }

    private PlaceNames(
            Towns towns,
            ForeignPlaces foreignPlaces,
            Misspellings misspellings,
            Collection<Lawmaker> lawmakers,
            MemberIndex memberIndex,
            Maps maps) {
        this.towns = towns;
        this.foreignPlaces = foreignPlaces;
        this.lawmakers = new LawmakerNames(lawmakers);
        this.misspellings = misspellings;
        this.memberIndex = memberIndex;
        this.lookupAnswers = new LookupAnswers(memberIndex, maps);
    }

    /** The same names with other lawmakers. */
    PlaceNames over(Collection<Lawmaker> others, MemberIndex index, Maps maps) {
        return new PlaceNames(towns, foreignPlaces, misspellings, others, index, maps);
    }

    LookupAnswers lookupAnswers() {
        return lookupAnswers;
    }

    Towns towns() {
        return towns;
    }

    StateNames stateNames() {
        return stateNames;
    }

    /** Whether the words are a town and the code of its state, as in "holland mi". */
    boolean isTownWithCode(Query place) {
        return stateNames
                .atTheEnd(place)
                .filter(ending -> towns.named(place.part(0, ending.start())).stream()
                        .anyMatch(town -> town.listed() && town.state().equals(ending.state())))
                .isPresent();
    }

    /** A town in a state that is known to have it. */
    Lookup townIn(Query town, String state, LocalDate today) {
        return lookupAnswers.areaOrNamed(placeIn(town, state), List.of(), false, today);
    }

    /** A state of which nothing nearer is known. */
    Lookup onlyState(String state, LocalDate today) {
        return lookupAnswers.state(state, StateOnly.Reason.STATE_NAMED, today);
    }

    /** Whether the words are "the valley", or a county that nobody means as the town or state of that name. */
    boolean isNoTown(Query typed) {
        return PlaceWords.isLandscape(typed) || (PlaceWords.isCounty(typed) && !isRegion(TitleWords.stripped(typed)));
    }

    /** Whether the words name a state, by name or code. */
    boolean isState(Query query) {
        return stateNamed(query).isPresent();
    }

    /** The state that the words name, by name or code. */
    Optional<String> stateNamed(Query query) {
        return query.size() == 0 ? Optional.empty() : stateNames.named(query);
    }

    /** How many words at an index name the state of the town before them; 0 if none do, or if they may mean something else. */
    int stateAfter(Query story, int index) {
        for (int end = Math.min(story.size(), index + LONGEST_STATE); end > index; end--) {
            // "Denver, I'll call": a comma may begin something new, and "ill" and "mass" are words.
            boolean isNew = story.afterComma().get(index) && end < story.size();
            if (!isNew && isStateWrittenOut(story, index, end)) {
                return end - index;
            }
        }
        return 0;
    }

    private boolean isStateWrittenOut(Query story, int from, int to) {
        Query name = story.part(from, to);
        String key = name.key(0, name.size());
        Optional<String> state = stateNames.named(name);
        boolean isCode =
                key.length() == 2 && name.capitals().get(0) && story.capitals().contains(false);
        return state.isPresent()
                && (isCode
                        || key.length() > LONGEST_ALIAS_LIKE_A_WORD
                        || key.equalsIgnoreCase(States.name(state.get()).orElseThrow()));
    }

    /** Whether the words are a listed town and its state, written out or surely meant. */
    boolean isTownInState(Query query) {
        StateNames.Ending ending = stateNames.atTheEnd(query).orElse(null);
        return ending != null
                && ending.certain()
                && towns.named(PlaceWords.core(query.part(0, ending.start()))).stream()
                        .anyMatch(town -> town.listed() && town.state().equals(ending.state()));
    }

    /** Whether the words are a town whose name is misspelled, and its state, which may be misspelled, too. */
    boolean isMisspelledTownInState(Query query) {
        StateNames.Ending ending = stateNames.atTheEnd(query).orElse(null);
        if (ending != null) {
            return ending.certain()
                    && !misspellings
                            .townIn(query.part(0, ending.start()), ending.state())
                            .isNowhere();
        }
        int last = query.size() - 1;
        return last > 0
                && !OrdinaryWords.contains(query.key(0, last))
                && misspellings
                        .stateLike(query.part(last, query.size()))
                        .filter(state ->
                                !misspellings.townIn(query.part(0, last), state).isNowhere())
                        .isPresent();
    }

    /** Whether the words name a part of a state that is no town, such as Cook County. */
    boolean isRegion(Query query) {
        return stateNames.region(query).isPresent();
    }

    /** Whether the words name a place abroad. */
    boolean isAbroad(Query query) {
        return foreignPlaces.named(query) != null;
    }

    /** Whether the words are a town and its country abroad, as in "Paris, France", or a large city that no U.S. place is named for. */
    boolean isTownAbroad(Query query) {
        return !query.isEmpty()
                && stateNames.atTheEnd(query).isEmpty()
                && (foreignPlaces.atTheEnd(query) != null
                        || (isAbroad(query) && towns.named(query).isEmpty()));
    }

    /** Whether the words are a large city abroad and its country, and nothing else. */
    boolean isCityAndCountry(Query query) {
        return stateNames.atTheEnd(query).isEmpty()
                && IntStream.range(1, query.size())
                        .anyMatch(at -> isAbroad(query.part(0, at)) && isAbroad(query.part(at, query.size())));
    }

    Lookup words(Query typed, LocalDate today) {
        if (typed.isEmpty() || isNoTown(typed)) {
            return new Unknown(Unknown.What.NOT_UNDERSTOOD);
        }
        TitleWords.@Nullable Titled titled = TitleWords.titled(typed);
        if (titled != null) {
            List<Lawmaker> named = lawmakers.named(titled.name(), titled.chamber());
            if (named.isEmpty()) {
                named = lawmakers.misspelled(titled.name(), titled.chamber()).lawmakers();
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
        Lookup meant = ending == null ? null : misspelledIn(query.part(0, ending.start()), ending.state(), today);
        return meant == null ? misspelled(query, today) : meant;
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

    Lookup district(DistrictText.Named named, LocalDate today) {
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
        List<Meaning> larger = named.isEmpty() && isHamlet(all.get(0)) ? citiesLike(query) : List.of();
        if (named.isEmpty() && more.isNowhere() && larger.isEmpty() && Towns.isDecided(all)) {
            Towns.Candidate first = all.get(0);
            String name = first.name() + ", " + States.name(first.state()).orElseThrow();
            return lookupAnswers.town(name, first.area(), today);
        }
        boolean towns = all.stream().anyMatch(town -> town.listed() && !isHamlet(town));
        List<Meaning> meanings = all.stream().map(Towns.Candidate::meaning).toList();
        if (!larger.isEmpty()) {
            return asking(Stream.concat(larger.stream(), meanings.stream()).toList(), today);
        }
        return lookupAnswers.meanings(towns || named.isEmpty() ? meanings : List.of(), area, named, today);
    }

    private static boolean isHamlet(Towns.Candidate town) {
        return !town.listed() || (town.population() != Town.UNKNOWN && town.population() < HAMLET);
    }

    /** Cities whose name, misspelled, is a hamlet's: Huston is in Idaho, and Brooklin in Maine. */
    private List<Meaning> citiesLike(Query query) {
        return misspellings.nearest(query).towns().stream()
                .filter(town -> town.population() >= LARGER_THAN_A_HAMLET)
                .map(Towns.Candidate::meaning)
                .toList();
    }

    /** The area of a place in a state; if it isn't known, the last part after a comma or a house number is tried alone. */
    Area placeIn(Query before, String state) {
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

    /** Whether a name that no town of another state has stands before a city, as in "Fruitvale, Oakland". */
    private boolean isPartOfCity(Query query, int comma) {
        List<Towns.Candidate> cities = towns.named(query.part(comma, query.size()));
        return !cities.isEmpty()
                && Towns.isDecided(cities)
                && cities.get(0).population() >= CITY
                && towns.named(query.part(0, comma)).stream()
                        .filter(Towns.Candidate::listed)
                        .allMatch(part -> part.state().equals(cities.get(0).state()) || isHamlet(part));
    }

    /** The town in an address without a state, as in "12 Main Street, Springfield"; null if there is none. */
    private @Nullable Lookup address(Query query, LocalDate today) {
        int comma = query.lastComma(query.size());
        return comma > 0 && (isStreet(query) || isPartOfCity(query, comma))
                ? exactly(query.part(comma, query.size()), today)
                : null;
    }

    /** An unknown place of a state: a town that may be meant is taken for its districts, else the state alone. */
    Lookup inState(Query before, String state, boolean isLa, LocalDate today) {
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
    private @Nullable Lookup misspelledIn(Query name, String state, LocalDate today) {
        return misspellings.nearest(name).towns().stream()
                .filter(town -> town.state().equals(state))
                .findFirst()
                .map(town -> lookupAnswers.misspelled(List.of(town.meaning()), town.area(), List.of(), today))
                .orElse(null);
    }

    /** A misspelled name of a state, town or lawmaker, whichever is nearest. */
    Lookup misspelled(Query query, LocalDate today) {
        LawmakerNames.Misspelled lawmaker = lawmakers.misspelled(query, null);
        Misspellings.Nearest nearest = misspellings.nearest(query);
        Lookup inState = lawmaker.lawmakers().isEmpty() && nearest.isNothing() ? inMisspelledState(query, today) : null;
        if (inState != null) {
            return inState;
        }
        if (nearest.slips() <= lawmaker.slips() && !nearest.isNothing()) {
            if (nearest.slips() == Misspellings.BY_EAR) {
                return asking(meanings(nearest), today);
            }
            if (nearest.states().equals(List.of("WA"))) {
                return Objects.requireNonNull(special(Query.of(WASHINGTON), today));
            }
            if (nearest.states().size() == 1) {
                return lookupAnswers.state(nearest.states().get(0), StateOnly.Reason.STATE_NAMED, today);
            }
            List<Towns.Candidate> meant = nearest.towns();
            Area area = Area.NOWHERE;
            for (Towns.Candidate candidate : meant) {
                area = area.and(candidate.area());
            }
            return lookupAnswers.misspelled(
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

    /** The place abroad that is called so in the tables, which have it. */
    ForeignPlace abroad(String name) {
        return Objects.requireNonNull(foreignPlaces.named(Query.of(name)));
    }

    /** The larger towns of a name, or those that it's a misspelling of: "como" isn't Como, Mississippi. */
    List<Meaning> calledOrSpelledLike(Query name) {
        List<Meaning> called = name.size() == 1 && OrdinaryWords.contains(name.word(0))
                ? List.of()
                : towns.named(name).stream()
                        .filter(town -> town.listed() && town.population() >= LARGER_THAN_A_WORD)
                        .limit(MOST_NAMESAKES)
                        .map(Towns.Candidate::meaning)
                        .toList();
        return called.isEmpty() ? spelledLike(name) : called;
    }

    /** The states and larger towns that a misspelled name may have meant. */
    List<Meaning> spelledLike(Query name) {
        return meanings(misspellings.nearest(name));
    }

    private List<Meaning> meanings(Misspellings.Nearest nearest) {
        return Stream.concat(
                        nearest.states().stream().map(this::stateAsMeaning),
                        nearest.towns().stream().map(Towns.Candidate::meaning))
                .toList();
    }

    /** A state as one thing that words may mean. */
    Meaning stateAsMeaning(String state) {
        return Meaning.of("", state, memberIndex.districts(state));
    }

    /** A question which of these was meant; unknown if there is none. */
    Lookup asking(List<Meaning> meanings, LocalDate today) {
        if (meanings.isEmpty()) {
            return new Unknown(Unknown.What.NOT_UNDERSTOOD);
        }
        Area area = Area.NOWHERE;
        for (Meaning meaning : meanings) {
            area = area.and(
                    meaning.districts().isEmpty() ? Area.inState(meaning.state()) : Area.of(meaning.districts()));
        }
        return lookupAnswers.misspelled(meanings, area, List.of(), today);
    }

    /** A question which of these was meant; without any, whether the given answer was. */
    Lookup asking(List<Meaning> named, Lookup answer, LocalDate today) {
        if (!named.isEmpty()) {
            return asking(named, today);
        } else if (answer instanceof StateOnly only) {
            return asking(List.of(stateAsMeaning(only.state())), today);
        }
        List<String> states =
                answer.districts().stream().map(District::state).distinct().toList();
        boolean isAsked = answer instanceof Lookup.Choice choice
                && !(choice.meanings().isEmpty() && choice.named().isEmpty());
        if (isAsked || states.size() != 1) {
            return answer;
        }
        String town = answer.town()
                .map(name -> name.substring(0, name.lastIndexOf(", ")))
                .orElse("");
        return asking(List.of(Meaning.of(town, states.get(0), answer.districts())), today);
    }

    /** A town before a misspelled state, as in "Nashville Tennesee" and "huoston texs"; null if it's neither. */
    private @Nullable Lookup inMisspelledState(Query query, LocalDate today) {
        for (int start = query.size() - 1; start > 0 && start >= query.size() - 2; start--) {
            Optional<String> state = misspellings.stateLike(query.part(start, query.size()));
            Query town = query.part(0, start);
            Area there = state.map(code -> placeIn(town, code)).orElse(Area.NOWHERE);
            if (!there.isNowhere()) {
                return lookupAnswers.area(there, false, today);
            }
            if (state.isPresent() && !misspellings.townIn(town, state.get()).isNowhere()) {
                return inState(town, state.get(), false, today);
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
}
