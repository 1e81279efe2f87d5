package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.campaignbot.content.maps.MadeUpMap;
import org.campaignbot.content.maps.MapBuild;
import org.campaignbot.content.refresh.Table.Row;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.tables.TableList;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.States;
import org.jspecify.annotations.Nullable;

/**
 * The turnover of January 2027, played by the clock: what the source publishes from step to step, put in force by the refresh
 * itself. Everybody whose term begins after the shipped tables is made up and bears the name of the seat; no real person is named
 * for the 120th Congress, but for the senators whose terms go on.
 */
public final class Rehearsal {

    /** What changes, and when. */
    public enum Step {
        /** The tables that ship. */
        SHIPPED("2026-11-24"),
        /** The winners of November's special elections are sworn in: two senators, four members of the House. */
        SPECIAL("2026-12-01"),
        /** The members of the 120th Congress without numbers, a day after it began. */
        NAMES("2027-01-04"),
        /** Their numbers. */
        NUMBERS("2027-01-06"),
        /** The maps of the 120th Congress for all states but Florida; New York's districts changed their numbers. */
        MAPS("2027-02-15"),
        /** Offices of the new members; one has died, and one resigned. */
        OFFICES("2027-03-01"),
        /** Florida's map, weeks late, with other numbers, too. */
        LATE_MAP("2027-03-10"),
        /** The winner of a special election is sworn in. */
        SWORN_IN("2027-03-25");

        private final LocalDate from;

        Step(String from) {
            this.from = LocalDate.parse(from);
        }

        /** The day of the source, on which its tables come into force. */
        public LocalDate from() {
            return from;
        }

        /** The states whose maps come at this step. */
        public Set<String> maps() {
            Set<String> states = new TreeSet<>();
            if (this == MAPS) {
                states.addAll(States.codes());
                states.remove(LATE);
            } else if (this == LATE_MAP) {
                states.add(LATE);
            }
            return states;
        }
    }

    /** The state whose map is late. */
    static final String LATE = "FL";

    private static final Set<String> SPECIAL_SEATS = Set.of("CA-14", "FL-20", "GA-13", "TX-23");
    private static final Set<String> SPECIAL_SENATORS = Set.of("FL-S3", "OH-S3");

    /** The winners of November's special elections who also won the regular ones. */
    private static final Set<String> STAYS = Set.of("CA-14", "TX-23");

    /** The file of a map's ZIP codes. */
    public static final String MAP_ZIPS = "zips.csv";

    /** The file of its boundaries. */
    public static final String MAP_BOUNDARIES = "districts.geojson";

    private static final String OPENING = "2027-01-03";
    private static final String DIED = "WY-0";
    private static final String RESIGNED = "TX-23";

    private final NavigableMap<LocalDate, Directory> directories = new TreeMap<>();
    private final Map<Step, TableList> lists = new EnumMap<>(Step.class);
    private final Map<Step, Path> maps = new EnumMap<>(Step.class);

    private static @Nullable Rehearsal played;

    private Rehearsal() {}

    /** All steps, played once for all tests, since the maps take a while to make. */
    static synchronized Rehearsal played() throws IOException {
        Rehearsal rehearsal = played;
        if (rehearsal == null) {
            Path folder = Files.createTempDirectory("rehearsal-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleted(folder)));
            rehearsal = play(folder);
            played = rehearsal;
        }
        return rehearsal;
    }

    private static void deleted(Path folder) {
        try {
            AppliedTables.delete(folder);
        } catch (IOException stays) {
            // It's a temporary folder, which the system deletes one day.
        }
    }

    /** Plays all steps in a folder, with the data of a bot below it. */
    private static Rehearsal play(Path folder) throws IOException {
        Rehearsal rehearsal = new Rehearsal();
        Path data = folder.resolve("data");
        AppliedTables applied = new AppliedTables(data);
        AppliedTables maps = AppliedTables.maps(data);
        for (Step step : Step.values()) {
            Path source = Files.createDirectories(folder.resolve(step.name()));
            if (!step.maps().isEmpty()) {
                write(step, source);
                maps.apply(map(step, applied, maps, source));
            } else if (step != Step.SHIPPED) {
                write(step, source);
                applied.apply(files(
                        step,
                        Refresh.prepare(
                                Publication.SHIPPED, applied.newest(), source, Optional.of(step.from), step.from)));
            }
            rehearsal.read(
                    step,
                    kept(applied.newest(), folder.resolve(step + "-tables")),
                    kept(maps.newest(), folder.resolve(step + "-maps")));
        }
        return rehearsal;
    }

    private static Map<String, byte[]> map(Step step, AppliedTables applied, AppliedTables maps, Path source)
            throws IOException {
        MapBuild.Outcome outcome = MapBuild.prepare(
                Publication.SHIPPED,
                applied.newest(),
                maps.newest(),
                new MapBuild.Request(
                        120,
                        step.maps(),
                        Optional.of(source.resolve(MAP_ZIPS)),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        source.resolve(MAP_BOUNDARIES),
                        Optional.empty(),
                        "made up",
                        step.from.toString()));
        if (!outcome.refusals().isEmpty()) {
            throw new AssertionError(step + " is refused: " + outcome.refusals());
        }
        return outcome.files();
    }

    /** A copy of the tables in force, which outlasts those of later steps. */
    private static Optional<Path> kept(Optional<Path> applied, Path copy) throws IOException {
        if (applied.isPresent()) {
            Files.createDirectory(copy);
            try (Stream<Path> files = Files.list(applied.get())) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        return applied.map(any -> copy);
    }

    private static Map<String, byte[]> files(Step step, Refresh.Outcome outcome) {
        if (outcome.names().isPresent() != (step == Step.NAMES)
                || outcome.refusals().isEmpty() == (step == Step.NAMES)) {
            throw new AssertionError(step + " is refused: " + outcome.refusals());
        }
        return step == Step.NAMES ? outcome.names().get().files() : outcome.files();
    }

    private void read(Step step, Optional<Path> applied, Optional<Path> map) {
        DirectoryTables.Result result = DirectoryTables.read(Publication.SHIPPED, applied, map);
        if (!(result instanceof DirectoryTables.Result.Read read)) {
            throw new AssertionError(step + " can't be read: " + ((DirectoryTables.Result.Broken) result).problems());
        }
        directories.put(step.from, read.directory());
        lists.put(step, read.list());
        map.ifPresent(folder -> maps.put(step, folder));
    }

    /** The tables in force on a day; those that ship before the first step. */
    public Directory on(LocalDate day) {
        Map.Entry<LocalDate, Directory> latest = directories.floorEntry(day);
        return latest == null ? directories.firstEntry().getValue() : latest.getValue();
    }

    /** Writes what the source publishes at a step; of maps what the Census Bureau does, in two files. */
    public static Path write(Step step, Path folder) throws IOException {
        if (!step.maps().isEmpty()) {
            Files.writeString(folder.resolve(MAP_ZIPS), MadeUpMap.zips(step.maps()));
            Files.writeString(folder.resolve(MAP_BOUNDARIES), MadeUpMap.geoJson(step.maps(), true));
            return folder;
        }
        Publication publication = special();
        if (step.compareTo(Step.NAMES) >= 0) {
            publication = sworn(publication, step != Step.NAMES);
        }
        if (step.compareTo(Step.OFFICES) >= 0) {
            publication = publication.without(sits(DIED).or(sits(RESIGNED)));
        }
        if (step == Step.SWORN_IN) {
            publication = publication.with(made(DIED, "Y", step.from.toString(), "2029-01-03"));
        }
        return publication.writeTo(folder);
    }

    private static Publication special() {
        Publication publication = new Publication().without(row -> SPECIAL_SENATORS.contains(MemberTables.seat(row)));
        SPECIAL_SEATS.forEach(seat -> publication.with(made(seat, "W", Step.SPECIAL.from.toString(), OPENING)));
        SPECIAL_SENATORS.forEach(seat -> publication.with(made(seat, "W", Step.SPECIAL.from.toString(), "2029-01-03")));
        return publication;
    }

    /** The members of the new Congress, with the numbers of all or of those whose terms go on. */
    private static Publication sworn(Publication publication, boolean hasNumbers) {
        Map<String, String> successors = new HashMap<>();
        Publication sworn = publication.members(row -> row.get("term_end").equals(OPENING), row -> {
            Row successor = successor(row, hasNumbers);
            successors.put(row.get("bioguide"), successor.get("bioguide"));
            return successor;
        });
        if (hasNumbers) {
            sworn.offices(row -> true, row -> of(row, successors)).committeeMembers(row -> of(row, successors));
        }
        return sworn;
    }

    private static Row of(Row row, Map<String, String> successors) {
        return row.with("bioguide", successors.getOrDefault(row.get("bioguide"), row.get("bioguide")));
    }

    private static Row successor(Row former, boolean hasNumbers) {
        String seat = MemberTables.seat(former);
        String until = MemberTables.isSenator(former) ? "2033-01-03" : "2029-01-03";
        Row sworn = STAYS.contains(seat)
                ? former.with("term_start", OPENING).with("term_end", until)
                : made(seat, "X", OPENING, until);
        return hasNumbers ? sworn : sworn.with("phone", "");
    }

    private static Predicate<Row> sits(String seat) {
        return row -> MemberTables.seat(row).equals(seat);
    }

    /** Somebody made up, who is called after the seat. */
    private static Row made(String seat, String letter, String from, String until) {
        String state = seat.substring(0, 2);
        boolean isSenator = seat.charAt(3) == 'S';
        int number = Math.floorMod(seat.hashCode(), 100);
        String first = letter.equals("X") ? "Newly" : "Specially";
        return Publication.rows("lawmakers.csv")
                .get(2)
                .with("bioguide", "%s%06d".formatted(letter, Math.floorMod(seat.hashCode(), 1_000_000)))
                .with("chamber", isSenator ? "senate" : "house")
                .with("state", state)
                .with("district", isSenator ? "" : seat.substring(3))
                .with("first_name", first)
                .with("last_name", "Made-Up-" + seat)
                .with("name", first + " Made-Up-" + seat)
                .with("party", "Independent")
                .with("senate_class", isSenator ? seat.substring(4) : "")
                .with("senate_rank", isSenator ? "junior" : "")
                .with("term_start", from)
                .with("term_end", until)
                .with("phone", "202-555-%04d".formatted(100 + number))
                .with("office", "")
                .with("website", "https://example.org/" + seat.toLowerCase(java.util.Locale.ROOT))
                .with("contact_form", "")
                .with("twitter", "")
                .with("facebook", "")
                .with("instagram", "");
    }

    /** The list of the tables in force at a step. */
    TableList list(Step step) {
        TableList list = lists.get(step);
        if (list == null) {
            throw new IllegalArgumentException("no such step: " + step);
        }
        return list;
    }

    /** The table of ZIP codes of the later map in force at a step; empty before the first one. */
    Optional<Path> laterZips(Step step) {
        return Optional.ofNullable(maps.get(step)).map(folder -> folder.resolve("zip-districts-cd120.csv"));
    }
}
