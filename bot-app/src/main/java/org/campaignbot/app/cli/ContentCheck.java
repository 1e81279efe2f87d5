package org.campaignbot.app.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.campaignbot.directory.Turnover;
import org.campaignbot.flow.Pack;

/** Checks the campaign's pack and the age of the tables. */
final class ContentCheck {

    /** Members die, resign and are sworn in all year; after this long some name is probably wrong. */
    private static final long OLD_DAYS = 30;

    private static final int SEATS_NAMED = 5;

    private final Content content;
    private final InstantSource clock;
    private final Consumer<String> report;
    private final List<DoctorFinding> findings = new ArrayList<>();

    ContentCheck(Content content, InstantSource clock, Consumer<String> report) {
        this.content = content;
        this.clock = clock;
        this.report = report;
    }

    List<DoctorFinding> findings() {
        try {
            Pack pack = Campaign.pack(content);
            findings.add(DoctorFinding.ok(
                    "content", "The pack of " + pack.id() + " can be read (revision " + pack.revision() + ")."));
        } catch (Content.BrokenContent broken) {
            findings.add(DoctorFinding.problem("content", first(broken), "./bot check shows all that is wrong."));
        }
        try {
            look(content.liveDirectory(clock, report).get());
        } catch (Content.BrokenContent broken) {
            findings.add(DoctorFinding.problem("tables", first(broken), "./bot check shows all that is wrong."));
        }
        return findings;
    }

    /** What the tables say about themselves on the clock's date. */
    List<DoctorFinding> look(Directory directory) {
        LocalDate today = EasternTime.dateAt(clock.instant());
        age(directory.asOf(), today);
        ended(directory, today);
        int congress = Congress.number(today);
        findings.add(
                directory.mapNumber() == congress
                        ? DoctorFinding.ok(
                                "map",
                                "The map of districts is that of the " + congress + "th Congress, which sits now.")
                        : DoctorFinding.warning(
                                "map",
                                "The map of districts is that of the " + directory.mapNumber() + "th Congress, and the "
                                        + congress + "th sits now.",
                                "Put its map in force: ./bot directory refresh --help"));
        nextCongress(Turnover.after(today));
        directory
                .boundaryProblem()
                .ifPresent(problem -> findings.add(DoctorFinding.problem(
                        "map", "Its boundaries cannot be read: " + problem, "./bot check shows more.")));
        return findings;
    }

    private void age(LocalDate asOf, LocalDate today) {
        long days = ChronoUnit.DAYS.between(asOf, today);
        String finding = "The tables of lawmakers are as of " + asOf + ", " + days + " days old.";
        findings.add(
                days > OLD_DAYS
                        ? DoctorFinding.warning(
                                "tables", finding, "Bring them up to date: ./bot directory refresh --help")
                        : DoctorFinding.ok("tables", finding));
    }

    private void ended(Directory directory, LocalDate today) {
        List<Seat> ended = directory.seatIds().stream()
                .flatMap(id -> directory.seat(id, today).stream())
                .filter(seat -> seat.status() == SeatStatus.EXPIRED)
                .toList();
        if (ended.isEmpty()) {
            findings.add(DoctorFinding.ok("terms", "Nobody's term in the tables has ended."));
            return;
        }
        String seats = ended.stream().limit(SEATS_NAMED).map(Seat::id).collect(Collectors.joining(", "))
                + (ended.size() > SEATS_NAMED ? " and " + (ended.size() - SEATS_NAMED) + " more" : "");
        findings.add(DoctorFinding.warning(
                "terms",
                "The terms of " + ended.size() + " seats in the tables have ended, so the bot names nobody for them: "
                        + seats + ".",
                "Newer tables name the successors: ./bot directory refresh --help"));
    }

    private void nextCongress(Turnover turnover) {
        String finding = "The next Congress begins on " + turnover.begins() + ", "
                + (turnover.days() == 1 ? "tomorrow" : "in " + turnover.days() + " days")
                + ". Every House term ends then, and a third of those in the Senate.";
        String then = " From that day the bot names nobody whose term is over, and gives the Capitol switchboard.";
        findings.add(
                switch (turnover.stage()) {
                    case FAR -> DoctorFinding.ok("congress", finding);
                    case MONTH ->
                        DoctorFinding.warning(
                                "congress",
                                finding + then,
                                "Read docs/january-3.md, and set DIRECTORY_REFRESH=look or apply.");
                    case WEEK ->
                        DoctorFinding.warning(
                                "congress",
                                finding + then,
                                "Try ./bot directory refresh now: it must reach the source. See docs/january-3.md");
                    case DAY ->
                        DoctorFinding.warning(
                                "congress",
                                finding + then,
                                "Look for new tables each day from then: ./bot directory refresh. See docs/january-3.md");
                });
    }

    private static String first(Content.BrokenContent broken) {
        return broken.problems().isEmpty()
                ? "It cannot be read."
                : broken.problems().get(0).toString();
    }
}
