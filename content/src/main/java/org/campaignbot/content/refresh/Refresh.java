package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.campaignbot.content.Problem;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.tables.TableList;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;

/**
 * Compares the present tables with what their sources publish now, in a folder or at an address, and prepares new ones. It writes
 * nothing where the bot would read it.
 */
public final class Refresh {

    /**
     * The result of preparing new tables.
     *
     * @param report what would change, in lines
     * @param refusals why they aren't accepted; empty if they are plausible
     * @param files the new tables by file name; empty if they are refused, or if there is nothing new
     * @param asOf the date of the source, if it's known
     * @param names what to use of tables that are refused for their numbers alone, in the first days of a Congress
     */
    public record Outcome(
            List<String> report,
            List<RefreshRefusal> refusals,
            Map<String, byte[]> files,
            Optional<LocalDate> asOf,
            Optional<Names> names) {

        public Outcome {
            report = List.copyOf(report);
            refusals = List.copyOf(refusals);
            files = refusals.isEmpty() ? Map.copyOf(files) : Map.of();
        }

        private static Outcome without(List<RefreshRefusal> refusals, List<String> report, Optional<LocalDate> asOf) {
            return new Outcome(report, refusals, Map.of(), asOf, Optional.empty());
        }

        /** Whether the source is still in the state that the tables in force were made of. */
        public boolean isNothingNew() {
            return refusals.isEmpty() && files.isEmpty();
        }

        /** What would change, on one line: the report's headings. */
        public String summary() {
            return report.stream()
                    .filter(line -> !line.startsWith(" ") && !line.startsWith("left out") && !line.endsWith(":"))
                    .collect(Collectors.joining("; "));
        }

        private Outcome with(String file, byte[] content) {
            Map<String, byte[]> more = new LinkedHashMap<>(files);
            more.put(file, content);
            return new Outcome(report, refusals, more, asOf, names);
        }
    }

    /**
     * The names of a new Congress, which its source has before the numbers. Members who stay keep theirs, with their date.
     *
     * @param files the tables by file name; empty if these names are in force already
     * @param withoutNumber how many members have no number in them
     */
    public record Names(Map<String, byte[]> files, int withoutNumber) {

        public Names {
            files = Map.copyOf(files);
        }

        /** Whether there is nothing to put in force. */
        public boolean areInForce() {
            return files.isEmpty();
        }
    }

    private final Path shipped;
    private final TableList list;
    private final Optional<LocalDate> asOf;
    private final LocalDate today;
    private final List<String> report = new ArrayList<>();
    private final List<RefreshRefusal> refusals = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private Optional<Names> names = Optional.empty();

    private Refresh(Path shipped, TableList list, Optional<LocalDate> asOf, LocalDate today) {
        this.shipped = shipped;
        this.list = list;
        this.asOf = asOf;
        this.today = today;
    }

    /**
     * Prepares new tables.
     *
     * @param shipped the folder of the shipped tables
     * @param applied the folder of those applied later, if any; broken ones are ignored
     * @param source the folder of new files: the five of the member source, a map, or both
     * @param asOf the date of the source, which its files don't carry; without it the tables are only inspected
     * @param today the date in Washington
     * @throws IOException if the present tables can't be read
     */
    public static Outcome prepare(
            Path shipped, Optional<Path> applied, Path source, Optional<LocalDate> asOf, LocalDate today)
            throws IOException {
        if (!(DirectoryTables.read(shipped, sound(shipped, applied)) instanceof DirectoryTables.Result.Read read)) {
            throw new IOException("the shipped tables are broken; ./bot check says where");
        }
        Refresh refresh = new Refresh(shipped, read.list(), asOf, today);
        refresh.run(source);
        return new Outcome(refresh.report, refresh.refusals, refresh.files, asOf, refresh.names);
    }

    /**
     * Prepares new tables of the members from an address, by the same rules. Their files come with the state of the source, so that
     * the next look asks only for what is newer.
     *
     * @param asOf the date of the source, in place of the one that its server tells
     * @throws IOException if the present tables can't be read
     */
    public static Outcome fetch(
            Path shipped, Optional<Path> applied, Download download, Optional<LocalDate> asOf, LocalDate today)
            throws IOException {
        Path folder = Files.createTempDirectory("bot-source-");
        try {
            Optional<SourceState> known =
                    sound(shipped, applied).flatMap(each -> SourceState.of(each, download.address()));
            Download.Result result = download.fetch(folder, known);
            if (result instanceof Download.Result.Refused refused) {
                return Outcome.without(List.of(refused.refusal()), List.of(), asOf);
            }
            if (!(result instanceof Download.Result.Fetched fetched)) {
                return Outcome.without(
                        List.of(),
                        List.of("nothing new: the source is still as it was when the tables in force were made"),
                        asOf);
            }
            Optional<LocalDate> day = asOf.or(() -> fetched.state().modified().map(EasternTime::dateAt));
            Outcome outcome = prepare(shipped, applied, folder, day, today);
            if (!outcome.refusals().isEmpty() && outcome.names().isEmpty()) {
                return outcome;
            }
            // The tables name the day alone, so an older state of that day would pass.
            if (known.isPresent() && fetched.state().isBefore(known.get())) {
                RefreshRefusal older = new RefreshRefusal(
                        RefreshRefusal.Kind.DATE,
                        "the server gives an older state of its files than the one that the tables in force were made of");
                return Outcome.without(List.of(older), outcome.report(), day);
            }
            // Beside names without numbers no state is kept, so that the next look fetches the numbers.
            return outcome.names().isPresent()
                    ? outcome
                    : outcome.with(SourceState.FILE, fetched.state().bytes());
        } finally {
            AppliedTables.delete(folder);
        }
    }

    private static Optional<Path> sound(Path shipped, Optional<Path> applied) {
        return applied.filter(
                folder -> DirectoryTables.read(shipped, Optional.of(folder)) instanceof DirectoryTables.Result.Read);
    }

    private void run(Path source) throws IOException {
        MemberTables before = MemberTables.inForce(list);
        MemberTables members = before;
        boolean hasMembers = Upstream.isIn(source);
        Optional<MapFiles> map = MapFiles.in(source, refusals);
        if (!hasMembers && map.isEmpty() && refusals.isEmpty()) {
            refuse(RefreshRefusal.Kind.UNREADABLE, "the folder has neither the files of the source nor a map");
        }
        if (hasMembers) {
            Optional<Upstream> upstream = Upstream.read(source, refusals);
            if (upstream.isPresent()) {
                members = members(before, upstream.get());
            }
        }
        if (refusals.isEmpty() || hasMembers) {
            dates(hasMembers);
        }
        if (refusals.isEmpty()) {
            files.putAll(new TableFiles(shipped, list)
                    .of(hasMembers ? Optional.of(members) : Optional.empty(), map, asOf.orElse(today)));
            readBack(members, map);
        } else if (map.isEmpty() && isOnlyEarly(refusals)) {
            names(before, members);
        }
    }

    private boolean isOnlyEarly(List<RefreshRefusal> doubts) {
        return asOf.isPresent() && Plausibility.isOnlyEarly(doubts, asOf.get(), list.asOf(), today);
    }

    /** Offers the names of tables that lack nothing but numbers. */
    private void names(MemberTables before, MemberTables members) throws IOException {
        int without = (int) members.lawmakers().rows().stream()
                .filter(row -> row.get("phone").isEmpty())
                .count();
        boolean areInForce = list.namesAsOf().isAfter(list.asOf()) && members.equals(before);
        if (!areInForce) {
            files.putAll(new TableFiles(shipped, list).ofNames(members, asOf.orElseThrow()));
            readBack(members, Optional.empty());
        }
        if (refusals.size() == 1) {
            names = Optional.of(new Names(files, without));
        }
    }

    private MemberTables members(MemberTables before, Upstream upstream) throws IOException {
        UpstreamTables tables = new UpstreamTables(before, OfficeZones.inForce(list, before.offices()));
        MemberTables raw = tables.of(upstream);
        List<String> leftOut = new ArrayList<>(tables.leftOut());
        MemberTables members = new MemberTables(
                raw.lawmakers(),
                Positions.sound(raw.offices(), before.offices(), refusals, leftOut),
                raw.committees(),
                raw.committeeMembers());
        TableChange tableChange = TableChange.between(before, members);
        List<RefreshRefusal> doubts = Plausibility.doubts(members, tableChange, tables.ofStrangers(), asOf, today);
        boolean isEarly = isOnlyEarly(doubts);
        MemberTables taken = isEarly ? members.withNumbersOf(before) : members;
        report.add("Members and offices, now of " + list.asOf() + ":");
        report.addAll(ChangeReport.of(isEarly ? TableChange.between(before, taken) : tableChange));
        leftOut.forEach(each -> report.add("left out: " + each));
        refusals.addAll(doubts);
        return taken;
    }

    private void dates(boolean hasMembers) {
        if (asOf.isEmpty()) {
            return;
        }
        if (asOf.get().isAfter(today)) {
            refuse(RefreshRefusal.Kind.DATE, "the source cannot be of " + asOf.get() + ": today is " + today);
        } else if (hasMembers && asOf.get().isBefore(list.namesAsOf())) {
            refuse(
                    RefreshRefusal.Kind.DATE,
                    "the source of " + asOf.get() + " is older than the tables in force, of " + list.namesAsOf());
        }
    }

    /** Writes the new tables into a separate folder and reads them as the bot will: reports what its readers find, then checks the map. */
    private void readBack(MemberTables members, Optional<MapFiles> map) throws IOException {
        Path draft = Files.createTempDirectory("bot-tables-");
        try {
            AppliedTables.write(draft, files);
            List<Problem> problems = new ArrayList<>();
            DirectoryTables.Result result = DirectoryTables.read(shipped, Optional.of(draft));
            if (result instanceof DirectoryTables.Result.Broken broken) {
                problems.addAll(broken.problems());
            } else if (map.isPresent()) {
                problems.addAll(DirectoryTables.checkBoundaries(shipped, Optional.of(draft)));
            }
            problems.forEach(problem -> refuse(RefreshRefusal.Kind.TABLE, problem.toString()));
            if (problems.isEmpty() && result instanceof DirectoryTables.Result.Read read && map.isPresent()) {
                map(read.directory(), members, map.get());
            }
        } finally {
            AppliedTables.delete(draft);
        }
    }

    private void map(Directory directory, MemberTables members, MapFiles map) throws IOException {
        Table before = Table.read(list.path(TableList.ZIPS));
        Table zips = Table.read(map.zips());
        report.add("Map " + map.number() + " in place of " + list.map() + ":");
        report.addAll(ZipChange.lines(before, zips));
        refusals.addAll(MapPlausibility.doubts(
                directory, map.number(), list.map(), zips, before, members.lawmakers(), asOf.orElse(today)));
    }

    private void refuse(RefreshRefusal.Kind kind, String reason) {
        refusals.add(new RefreshRefusal(kind, reason));
    }
}
