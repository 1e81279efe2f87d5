package org.campaignbot.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds who represents a person, from in-memory tables and as of a date that the caller gives. Immutable and thread-safe. No text
 * and no number makes a lookup throw.
 */
public final class Directory {

    private final LocalDate asOf;
    private final LocalDate namesAsOf;
    private final int map;
    private final Maps maps;
    private final Tables tables;
    private final CorrectedMembers corrections;
    private final MemberIndex memberIndex;
    private final View view;
    private final List<View> later;
    private final Committees.Sitting committees;
    private final Points points;
    private final Map<String, StateClocks> clocks;

    Directory(
            LocalDate asOf,
            LocalDate namesAsOf,
            int map,
            Maps maps,
            Tables tables,
            MemberIndex memberIndex,
            View view,
            List<View> later,
            Committees.Sitting committees,
            Points points,
            Map<String, StateClocks> clocks) {
        this(
                asOf,
                namesAsOf,
                map,
                maps,
                tables,
                new CorrectedMembers(tables.lawmakers(), tables.offices(), List.of(), asOf),
                memberIndex,
                view,
                later,
                committees,
                points,
                Map.copyOf(clocks));
    }

    private Directory(
            LocalDate asOf,
            LocalDate namesAsOf,
            int map,
            Maps maps,
            Tables tables,
            CorrectedMembers corrections,
            MemberIndex memberIndex,
            View view,
            List<View> later,
            Committees.Sitting committees,
            Points points,
            Map<String, StateClocks> clocks) {
        this.asOf = asOf;
        this.namesAsOf = namesAsOf;
        this.map = map;
        this.maps = maps;
        this.tables = tables;
        this.corrections = corrections;
        this.memberIndex = memberIndex;
        this.view = view;
        this.later = List.copyOf(later);
        this.committees = committees;
        this.points = points;
        this.clocks = clocks;
    }

    /** The rows as they were read, before any correction. */
    record Tables(
            List<Lawmaker> lawmakers, Map<String, List<DistrictOffice>> offices, Collection<District> districts) {}

    /**
     * The districts as one Congress has them: what is found by them, and where they are.
     *
     * @param congress the first Congress that it serves
     */
    record View(int congress, Finder finder, Mentions mentions, LikelyPlaces likelyPlaces, LazyBoundaries boundaries) {

        static View of(int congress, Finder finder, LazyBoundaries boundaries) {
            Mentions mentions = new Mentions(finder);
            return new View(congress, finder, mentions, new LikelyPlaces(finder, mentions), boundaries);
        }
    }

    /**
     * The same tables with what organizers say in their place on a day. Corrections that the tables have caught up with, or whose
     * day has passed, change nothing; {@link #isCorrectedBy} tells.
     */
    public Directory corrected(List<? extends Correction> by, LocalDate today) {
        CorrectedMembers members = new CorrectedMembers(tables.lawmakers(), tables.offices(), by, today);
        MemberIndex index = new MemberIndex(members.lawmakers(), tables.districts(), namesAsOf, members.spans());
        Maps kept = maps.keeping(by.stream()
                .filter(Correction.KeptMap.class::isInstance)
                .map(Correction.KeptMap.class::cast)
                .toList());
        UnaryOperator<View> over = before ->
                View.of(before.congress(), before.finder().over(members.lawmakers(), index, kept), before.boundaries());
        return new Directory(
                asOf,
                namesAsOf,
                map,
                kept,
                tables,
                members,
                index,
                over.apply(view),
                later.stream().map(over).toList(),
                committees,
                points,
                clocks);
    }

    /** The districts of the Congress that sits on a day: those of the first map, unless that Congress has its own. */
    private View on(LocalDate day) {
        if (later.isEmpty()) {
            return view;
        }
        int congress = Congress.number(day);
        return later.stream()
                .filter(each -> each.congress() == congress)
                .findFirst()
                .orElse(view);
    }

    /** Whether a correction changes what the tables say. */
    public boolean isCorrectedBy(Correction correction) {
        return correction instanceof Correction.KeptMap kept
                ? maps.isOpen(kept)
                : corrections.made().contains(correction);
    }

    /** The day on which organizers corrected a number to this one; empty if it's from the tables. */
    public Optional<LocalDate> correctedOn(String number) {
        return Optional.ofNullable(corrections.numbers().get(number));
    }

    /** The terms that the tables have for a seat whatever organizers say, such as {@code G000555@2025-01-03}; empty for none. */
    public String terms(String seat) {
        return CorrectedMembers.terms(tables.lawmakers(), seat);
    }

    /** Whether a number is a lawmaker's, in Washington or elsewhere. */
    public boolean hasNumber(String number) {
        Optional<String> wanted = Optional.of(number);
        return corrections.lawmakers().stream().anyMatch(each -> each.phone().equals(wanted))
                || corrections.offices().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(each -> each.phone().equals(wanted));
    }

    /** A builder for a directory. */
    public static DirectoryBuilder builder() {
        return new DirectoryBuilder();
    }

    /**
     * Looks up what a person typed: a ZIP code, even inside a sentence; a position as {@code LAT,LON}; a place with or without
     * its state; a state's name or code; a district such as {@code NY-12}; a lawmaker's name, even misspelled.
     *
     * @param today the date in Washington, which decides whose terms run (see {@link EasternTime})
     */
    public Lookup find(String query, LocalDate today) {
        Optional<Position> position = PositionText.parse(query);
        if (position.isPresent() && (position.get().isOnEarth() || ZipText.next(query, 0) == ZipText.NONE)) {
            return at(position.get().latitude(), position.get().longitude(), today);
        }
        return on(today).finder().find(query, today);
    }

    /** Where somebody lives who was asked: the one place that their words surely mention, else what they mean as a whole. */
    public Lookup home(String text, LocalDate today) {
        Lookup mentioned = mention(withoutOthers(text, today), today)
                .map(name -> find(name, today))
                .orElse(null);
        return mentioned == null || mentioned instanceof Lookup.Choice || mentioned instanceof Lookup.Unknown
                ? find(text, today)
                : mentioned;
    }

    /** A text without its sentences about somebody else; empty if one of these names a place: "my friend sent me this. I'm in Toledo, Ohio". */
    private String withoutOthers(String text, LocalDate today) {
        List<String> sentences = Mentions.SENTENCES.splitAsStream(text).toList();
        List<String> ofOthers = sentences.stream()
                .filter(sentence -> PlaceScan.isDoubtful(Query.ofStory(sentence)))
                .toList();
        return ofOthers.stream().allMatch(sentence -> asking(sentence, today) instanceof Lookup.Unknown)
                ? sentences.stream()
                        .filter(sentence -> !ofOthers.contains(sentence))
                        .collect(Collectors.joining(". "))
                : "";
    }

    /**
     * The part of a text that surely says where a person lives, though nobody asked; empty if there is none. What it returns is
     * to be looked up with {@link #find}.
     */
    public Optional<String> mention(String text, LocalDate today) {
        return on(today).mentions().in(text, today);
    }

    /**
     * Every place that some words name, as a question which of them is the person's home: for words that may well be about another
     * place. Unknown if they name none.
     */
    public Lookup asking(String text, LocalDate today) {
        return on(today).finder().asking(text, today);
    }

    /** Those of a few lawmakers whom a sentence about something else names, as "left a voicemail for markey" does. */
    public static List<Seat> spokenOf(String text, List<Seat> among) {
        return SpokenNames.in(text, among);
    }

    /** The same, with the names cut out of the sentence. */
    public static Spoken spoken(String text, List<Seat> among) {
        return SpokenNames.cut(text, among);
    }

    /** Whether a sentence names somebody whose term in one of a state's seats in the Senate is over, and whose successor isn't known. */
    public boolean isOfFormerSenator(String text, String state, LocalDate today) {
        return !SpokenNames.in(text, memberIndex.lastSenators(state, today)).isEmpty();
    }

    /** Whether a sentence surely names a senator of another state: by a name that's no ordinary word, rightly spelled. */
    public boolean isOfAnotherStatesSenator(String text, String state, LocalDate today) {
        return SpokenNames.isSure(
                text,
                memberIndex.sittingSenators(today).stream()
                        .filter(seat -> !seat.state().equals(state))
                        .toList(),
                SpokenNames.SHORTEST_OF_ALL);
    }

    /**
     * The House members whom a sentence may name: more than one if they share a name. Among several, only a correctly spelled
     * name that isn't an ordinary word counts.
     *
     * @param districts the person's own district, or all of their state if it isn't known
     */
    public List<Seat> houseMembers(String text, List<District> districts, LocalDate today) {
        List<Seat> seats = districts.stream()
                .flatMap(district -> seats(district, today).stream())
                .filter(seat -> seat.chamber() == Chamber.HOUSE)
                .toList();
        return seats.size() == 1
                ? List.copyOf(SpokenNames.in(text, seats))
                : seats.stream()
                        .filter(seat -> SpokenNames.isSure(text, List.of(seat), SpokenNames.SHORTEST_OF_A_STATE))
                        .toList();
    }

    /** Whether a few words that nobody asked for, and that mean nothing else, are probably a place, such as "califronia". */
    public boolean isLikely(String text, LocalDate today) {
        return on(today).likelyPlaces().isLikely(text, today);
    }

    /**
     * Looks up a position in the district boundaries, which are read on first use. Within 100 m of another district the result is
     * a choice. Outside every district it is the nearest one within 5 km, as approximate, unless another country lies there.
     *
     * @param latitude degrees north, WGS 84
     * @param longitude degrees east, WGS 84
     */
    public Lookup at(double latitude, double longitude, LocalDate today) {
        Position position = new Position(latitude, longitude);
        if (!position.isOnEarth()) {
            return new Lookup.Unknown(Lookup.Unknown.What.NO_SUCH_POSITION);
        }
        View there = on(today);
        if (!(there.boundaries().get() instanceof BoundarySource.Result.Loaded loaded)) {
            return new Lookup.Unknown(Lookup.Unknown.What.NO_BOUNDARIES);
        }
        Boundaries.Spot spot = loaded.boundaries().at(position);
        return spot.districts().isEmpty()
                ? new Lookup.Outside()
                : there.finder().names().lookupAnswers().area(Area.of(spot.districts()), spot.approximate(), today);
    }

    /** Reads the boundaries of all maps if needed, and returns why they couldn't be read; empty if they could. */
    public Optional<String> boundaryProblem() {
        return Stream.concat(Stream.of(view), later.stream())
                .map(each -> each.boundaries().get())
                .flatMap(result -> result instanceof BoundarySource.Result.Failed failed
                        ? Stream.of(failed.problem())
                        : Stream.of())
                .findFirst();
    }

    /**
     * The seats for a district: its own, then the state's Senate seats; none for an unknown district. If you store a district,
     * call {@link #mapServes} first when you use it later, because a new Congress redraws districts.
     */
    public List<Seat> seats(District district, LocalDate today) {
        if (!memberIndex.knows(district)) {
            return List.of();
        }
        List<Seat> seats = new ArrayList<>(3);
        memberIndex.addHouseSeat(district, today, seats);
        memberIndex.addSenateSeats(district.state(), today, seats);
        return List.copyOf(seats);
    }

    /** The Senate seats of a state, by class; a single nonexistent seat for DC and the territories; none for other codes. */
    public List<Seat> senateSeats(String state, LocalDate today) {
        List<Seat> seats = new ArrayList<>(2);
        memberIndex.addSenateSeats(state, today, seats);
        return List.copyOf(seats);
    }

    /** The seat with an id, such as {@code NY-12} or {@code NY-S1}. */
    public Optional<Seat> seat(String id, LocalDate today) {
        return memberIndex.chair(id).map(chair -> chair.on(today));
    }

    /** The ids of all seats. */
    public List<String> seatIds() {
        return memberIndex.seatIds();
    }

    /** The districts of a state, in order; empty for a code that isn't in the tables. */
    public List<District> districts(String state) {
        return List.copyOf(memberIndex.districts(state));
    }

    /**
     * Whether a map here shows the state's districts of the Congress that sits on that day. With a new Congress it does once the
     * new map is here, or where organizers declared that the state keeps its map; a state with a single seat needs none.
     */
    public boolean mapServes(String state, LocalDate today) {
        return maps.serves(state, today);
    }

    /** The number of the map that shows the state's districts on that day; empty if it isn't here. */
    public OptionalInt mapOf(String state, LocalDate today) {
        return maps.serving(state, today);
    }

    /** Whether the map of a later Congress is here for a state with several seats. */
    public boolean isMapHere(String state, int congress) {
        return maps.has(congress, state);
    }

    /** What organizers declared about a state whose earlier map serves on that day; empty if it doesn't need that. */
    public Optional<Correction.KeptMap> keptMap(String state, LocalDate today) {
        return maps.kept(state, today);
    }

    /** The offices outside Washington of the lawmaker with this key, in the order of the table. */
    public List<DistrictOffice> offices(String bioguide) {
        return corrections.offices().getOrDefault(bioguide, List.of());
    }

    /** The committee with a code, such as {@code SSAP}; empty if the tables have none. */
    public Optional<Committee> committee(String code) {
        return committees.find(code);
    }

    /** All committees and subcommittees, by code. */
    public List<Committee> committees() {
        return committees.all();
    }

    /**
     * The codes of the committees and subcommittees of the lawmaker with this key; none once the Congress that the tables
     * describe is over, since the next one appoints new members.
     */
    public Set<String> committeesOf(String bioguide, LocalDate today) {
        return committees.of(bioguide, today);
    }

    /**
     * The Senate committee (never a subcommittee) that words mean: by its code, or by the distinctive words of its name; empty if
     * none or several match.
     */
    public Optional<Committee> senateCommittee(String words) {
        return committee(words, Chamber.SENATE);
    }

    /** The same for a committee of either chamber. */
    public Optional<Committee> committee(String words, Chamber chamber) {
        return CommitteeWords.find(
                committees.all().stream()
                        .filter(each ->
                                each.parent().isEmpty() && each.chamber().equals(Optional.of(chamber)))
                        .toList(),
                words);
    }

    /**
     * The seats of the senators on a committee, such as {@code AK-S3}, in the order of the tables; leaves out senators who no
     * longer sit.
     */
    public List<String> senateSeats(Committee committee, LocalDate today) {
        return corrections.lawmakers().stream()
                .filter(each -> each.chamber() == Chamber.SENATE
                        && each.sitsOn(today)
                        && committeesOf(each.bioguide(), today).contains(committee.code()))
                .map(Lawmaker::seatId)
                .toList();
    }

    /** The time zones of a state that show different times, the western first: one or two; none if the tables have none. */
    public List<ZoneId> clocks(String state) {
        return clocks.getOrDefault(state, StateClocks.NONE).all();
    }

    /** The clock of nearly everybody in a state that has two, such as Pacific Time in Nevada; empty for all other states. */
    public Optional<ZoneId> mostly(String state) {
        return clocks.getOrDefault(state, StateClocks.NONE).most();
    }

    /**
     * The clock of a ZIP code or a town that a person typed and that was found to be in that state; empty if its ZIP codes have
     * several, or if the tables don't have it.
     */
    public Optional<ZoneId> zone(String query, String state) {
        return points.zone(query, state)
                .flatMap(zone -> clocks.getOrDefault(state, StateClocks.NONE).showing(zone, asOf.getYear()));
    }

    /**
     * The rough location of a place that a person typed or shared and that was found to be in that state; empty if the tables
     * don't have it. A town is located at the middle of its ZIP codes.
     */
    public Optional<Position> position(String query, String state) {
        return points.of(query, state);
    }

    /**
     * The districts in the order in which they are likely for what a person typed: by their shares of a ZIP code where the table
     * has them, else those that its point lies in or near first. In their own order if neither is known.
     */
    public List<District> likelyFirst(List<District> districts, String query, LocalDate today) {
        if (districts.size() < 2) {
            return districts;
        }
        View there = on(today);
        List<District> largestFirst = there.finder().largestFirst(query);
        if (largestFirst.containsAll(districts)) {
            return largestFirst.stream().filter(districts::contains).toList();
        }
        if (!(there.boundaries().get() instanceof BoundarySource.Result.Loaded loaded)) {
            return districts;
        }
        return position(query, districts.get(0).state())
                .map(point -> loaded.boundaries().nearestFirst(districts, point))
                .orElse(districts);
    }

    /** A point in the middle of a district as it is on a day; empty if its boundaries can't be read or aren't there. */
    public Optional<Position> middle(District district, LocalDate today) {
        return on(today).boundaries().get() instanceof BoundarySource.Result.Loaded loaded
                ? loaded.boundaries().middle(district)
                : Optional.empty();
    }

    /** The date of the lawmaker data: later changes aren't known here. */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * The date of the names alone. It's later than {@link #asOf} where a source had the members of a new Congress and not yet
     * their numbers.
     */
    public LocalDate namesAsOf() {
        return namesAsOf;
    }

    /** The number of the Congress whose districts the tables show for every state; {@link #mapOf} tells what serves on a day. */
    public int mapNumber() {
        return map;
    }

    /** The boundaries, loaded once on first use. A failure is final: after fixing the file, restart. */
    static final class LazyBoundaries {

        private final BoundarySource source;
        private volatile BoundarySource.@Nullable Result result;

        LazyBoundaries(BoundarySource source) {
            this.source = source;
        }

        BoundarySource.Result get() {
            BoundarySource.Result loaded = result;
            if (loaded == null) {
                synchronized (this) {
                    loaded = result;
                    if (loaded == null) {
                        loaded = source.load();
                        result = loaded;
                    }
                }
            }
            return loaded;
        }
    }
}
