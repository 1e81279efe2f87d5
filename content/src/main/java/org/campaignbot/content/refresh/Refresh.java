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
 * Compares the present tables with what their sources publish now, in a folder, a feed or at an address, and prepares new ones. It
 * writes nothing where the bot would read it.
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
     * @param feed the feed that was read, if it's signed by a known key, so that its version can be kept as seen
     */
    public record Outcome(
            List<String> report,
            List<RefreshRefusal> refusals,
            Map<String, byte[]> files,
            Optional<LocalDate> asOf,
            Optional<Names> names,
            Optional<FeedMark> feed) {

        public Outcome {
            report = List.copyOf(report);
            refusals = List.copyOf(refusals);
            files = refusals.isEmpty() ? Map.copyOf(files) : Map.of();
        }

        private static Outcome without(List<RefreshRefusal> refusals, List<String> report, Optional<LocalDate> asOf) {
            return new Outcome(report, refusals, Map.of(), asOf, Optional.empty(), Optional.empty());
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
            return new Outcome(report, refusals, more, asOf, names, feed);
        }

        private Outcome of(FeedMark mark) {
            return new Outcome(report, refusals, files, asOf, names, Optional.of(mark));
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
        Refresh refresh = new Refresh(shipped, inForce(shipped, sound(shipped, applied)), asOf, today);
        refresh.run(source);
        return refresh.outcome();
    }

    private Outcome outcome() {
        return new Outcome(report, refusals, files, asOf, names, Optional.empty());
    }

    /**
     * Prepares new tables from a feed, by the same rules. Its map is taken on demand alone.
     *
     * @param feed its file
     * @param withMap whether to take the map, too
     * @throws IOException if the present tables can't be read, or the versions that were seen
     */
    public static Outcome ofFeed(
            Path shipped, Optional<Path> applied, Path feed, FeedTrust trust, boolean withMap, LocalDate today)
            throws IOException {
        if (Files.size(feed) > Feed.MOST_BYTES) {
            RefreshRefusal large = new RefreshRefusal(
                    RefreshRefusal.Kind.UNREADABLE,
                    feed.getFileName() + " is larger than " + (Feed.MOST_BYTES >> 20) + " MB, so it is no feed");
            return Outcome.without(List.of(large), List.of(), Optional.empty());
        }
        Feed.Result result = trust.read(Files.readAllBytes(feed), today);
        if (result instanceof Feed.Result.Refused refused) {
            return Outcome.without(List.of(refused.refusal()), List.of(), Optional.empty());
        }
        Feed.Result.Read signed = (Feed.Result.Read) result;
        FeedMark mark = signed.feed().mark();
        Optional<Path> present = sound(shipped, applied);
        if (!withMap && present.flatMap(FeedMark::in).filter(mark::equals).isPresent()) {
            return Outcome.without(
                            List.of(),
                            List.of("nothing new: the tables in force were made of this feed"),
                            Optional.empty())
                    .of(mark);
        }
        Path folder = Files.createTempDirectory("bot-feed-");
        try {
            AppliedTables.write(folder, signed.feed().files());
            DirectoryTables.Result tables = DirectoryTables.read(folder);
            if (!(tables instanceof DirectoryTables.Result.Read read)) {
                return Outcome.without(refusals(tables), List.of(), Optional.empty())
                        .of(mark);
            }
            TableList list = inForce(shipped, present);
            Refresh refresh = new Refresh(shipped, list, Optional.of(read.list().asOf()), today);
            refresh.run(read.list(), withMap ? MapFiles.in(folder, refresh.refusals) : Optional.empty());
            Outcome outcome = refresh.outcome().of(mark);
            return outcome.refusals().isEmpty() ? outcome.with(FeedMark.FILE, mark.bytes()) : outcome;
        } finally {
            AppliedTables.delete(folder);
        }
    }

    private static List<RefreshRefusal> refusals(DirectoryTables.Result result) {
        return result instanceof DirectoryTables.Result.Broken broken
                ? broken.problems().stream()
                        .map(problem -> new RefreshRefusal(RefreshRefusal.Kind.TABLE, problem.toString()))
                        .toList()
                : List.of();
    }

    private static TableList inForce(Path shipped, Optional<Path> applied) throws IOException {
        if (DirectoryTables.read(shipped, applied) instanceof DirectoryTables.Result.Read read) {
            return read.list();
        }
        throw new IOException("the shipped tables are broken; ./bot check says where");
    }

    /**
     * Prepares new tables from an address, by the same rules. Their files come with the state of the source, so that the next look
     * asks only for what is newer.
     *
     * @param asOf the date of the source, in place of the one that its server tells; a feed tells it itself
     * @param trust which feeds are taken, if the address is that of a feed
     * @param withMap whether to take the map of a feed, too
     * @throws IOException if the present tables can't be read
     */
    public static Outcome fetch(
            Path shipped,
            Optional<Path> applied,
            Download download,
            Optional<LocalDate> asOf,
            LocalDate today,
            FeedTrust trust,
            boolean withMap)
            throws IOException {
        Path folder = Files.createTempDirectory("bot-source-");
        try {
            Optional<Path> present = sound(shipped, applied);
            Optional<SourceState> known =
                    withMap ? Optional.empty() : present.flatMap(each -> SourceState.of(each, download.address()));
            Download.Result result = download.fetch(folder, known);
            if (result instanceof Download.Result.Refused refused) {
                return Outcome.without(List.of(refused.refusal()), List.of(), asOf);
            }
            if (!(result instanceof Download.Result.Fetched fetched)) {
                // A stuck server would serve the same feed forever.
                return Outcome.without(
                        present.flatMap(FeedMark::in)
                                .flatMap(mark -> FeedTrust.expired(mark, today))
                                .map(List::of)
                                .orElse(List.of()),
                        List.of("nothing new: the source is still as it was when the tables in force were made"),
                        asOf);
            }
            if (download.isFeed()) {
                Outcome outcome = ofFeed(shipped, applied, download.feed(folder), trust, withMap, today);
                return outcome.refusals().isEmpty() && !outcome.isNothingNew()
                        ? outcome.with(SourceState.FILE, fetched.state().bytes())
                        : outcome;
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

    /** The same for a feed, whose tables have our form already. */
    private void run(TableList feed, Optional<MapFiles> map) throws IOException {
        MemberTables before = MemberTables.inForce(list);
        List<String> days = TableList.OF_MEMBERS.stream()
                .map(table -> feed.source(table).asOf())
                .distinct()
                .toList();
        if (days.size() > 1 || !feed.namesAsOf().equals(feed.asOf())) {
            refuse(
                    RefreshRefusal.Kind.MIXED,
                    "the feed's tables of members are not of one day: " + String.join(", ", days)
                            + (days.size() > 1 ? "" : "; its names are of " + feed.namesAsOf()));
        }
        MemberTables members = judged(before, MemberTables.inForce(feed), List.of(), Map.of());
        dates(true);
        if (map.isEmpty() && isOtherMap(feed)) {
            report.add("The feed's map, of Congress " + feed.map()
                    + ", is not the one in force. With --map it is taken, too.");
        }
        if (refusals.isEmpty()) {
            files.putAll(new TableFiles(shipped, list, feed).of(Optional.of(members), map, asOf.orElseThrow()));
            readBack(members, map);
        } else if (map.isEmpty() && isOnlyEarly(refusals)) {
            names(before, members);
        }
    }

    private boolean isOtherMap(TableList feed) throws IOException {
        for (String table : TableList.OF_THE_MAP) {
            if (Files.mismatch(feed.path(table), list.path(table)) >= 0) {
                return true;
            }
        }
        return false;
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
        return judged(before, members, leftOut, tables.ofStrangers());
    }

    /** Reports what would change and refuses what can't be true. Names without numbers get the numbers in force. */
    private MemberTables judged(
            MemberTables before, MemberTables members, List<String> leftOut, Map<String, Integer> ofStrangers) {
        TableChange tableChange = TableChange.between(before, members);
        List<RefreshRefusal> doubts = Plausibility.doubts(members, tableChange, ofStrangers, asOf, today);
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
