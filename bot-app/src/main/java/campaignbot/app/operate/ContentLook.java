package campaignbot.app.operate;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.Content;
import campaignbot.directory.Congress;
import campaignbot.directory.Directory;
import campaignbot.directory.EasternTime;
import campaignbot.directory.Seat;
import campaignbot.directory.SeatStatus;
import campaignbot.flow.Pack;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Looks at the campaign's pack and at the age of the tables. */
final class ContentLook {

    /** Members die, resign and are sworn in all year; after so long some name is likely to be wrong. */
    private static final long OLD_DAYS = 30;

    /** How long before a new Congress its tables have to be on somebody's list. */
    private static final long DAYS_TO_PREPARE = 30;

    private static final int SEATS_NAMED = 5;

    private final Content content;
    private final InstantSource clock;
    private final Consumer<String> report;
    private final List<Finding> findings = new ArrayList<>();

    ContentLook(Content content, InstantSource clock, Consumer<String> report) {
        this.content = content;
        this.clock = clock;
        this.report = report;
    }

    List<Finding> findings() {
        try {
            Pack pack = Campaign.pack(content);
            findings.add(Finding.ok(
                    "content", "The pack of " + pack.id() + " can be read (revision " + pack.revision() + ")."));
        } catch (Content.BrokenContent broken) {
            findings.add(Finding.problem("content", first(broken), "./bot check shows all that is wrong."));
        }
        try {
            look(content.freshDirectory(clock, report).get());
        } catch (Content.BrokenContent broken) {
            findings.add(Finding.problem("tables", first(broken), "./bot check shows all that is wrong."));
        }
        return findings;
    }

    /** What the tables tell of themselves at the time of the clock. */
    List<Finding> look(Directory directory) {
        LocalDate today = EasternTime.dateAt(clock.instant());
        age(directory.asOf(), today);
        ended(directory, today);
        int congress = Congress.number(today);
        findings.add(
                directory.mapNumber() == congress
                        ? Finding.ok(
                                "map",
                                "The map of districts is that of the " + congress + "th Congress, which sits now.")
                        : Finding.warning(
                                "map",
                                "The map of districts is that of the " + directory.mapNumber() + "th Congress, and the "
                                        + congress + "th sits now.",
                                "Put its map in force: ./bot directory refresh --help"));
        nextCongress(Congress.start(congress + 1), today);
        directory
                .boundaryProblem()
                .ifPresent(problem -> findings.add(Finding.problem(
                        "map", "Its boundaries cannot be read: " + problem, "./bot check shows more.")));
        return findings;
    }

    private void age(LocalDate asOf, LocalDate today) {
        long days = ChronoUnit.DAYS.between(asOf, today);
        String finding = "The tables of lawmakers are as of " + asOf + ", " + days + " days old.";
        findings.add(
                days > OLD_DAYS
                        ? Finding.warning("tables", finding, "Bring them up to date: ./bot directory refresh --help")
                        : Finding.ok("tables", finding));
    }

    private void ended(Directory directory, LocalDate today) {
        List<Seat> ended = directory.seatIds().stream()
                .flatMap(id -> directory.seat(id, today).stream())
                .filter(seat -> seat.status() == SeatStatus.EXPIRED)
                .toList();
        if (ended.isEmpty()) {
            findings.add(Finding.ok("terms", "Nobody's term in the tables has ended."));
            return;
        }
        String seats = ended.stream().limit(SEATS_NAMED).map(Seat::id).collect(Collectors.joining(", "))
                + (ended.size() > SEATS_NAMED ? " and " + (ended.size() - SEATS_NAMED) + " more" : "");
        findings.add(Finding.warning(
                "terms",
                "The terms of " + ended.size() + " seats in the tables have ended, so the bot names nobody for them: "
                        + seats + ".",
                "Newer tables name the successors: ./bot directory refresh --help"));
    }

    private void nextCongress(LocalDate start, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, start);
        String finding = "The next Congress begins on " + start + ", in " + days
                + " days. Every House term ends then, and a third of those in the Senate.";
        findings.add(
                days > DAYS_TO_PREPARE
                        ? Finding.ok("congress", finding)
                        : Finding.warning(
                                "congress",
                                finding,
                                "Plan a refresh of the tables and the map for that week: ./bot directory refresh"
                                        + " --help"));
    }

    private static String first(Content.BrokenContent broken) {
        return broken.problems().isEmpty()
                ? "It cannot be read."
                : broken.problems().get(0).toString();
    }
}
