package org.campaignbot.app.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.campaignbot.directory.States;
import org.campaignbot.directory.Turnover;
import org.campaignbot.flow.Pack;
import org.campaignbot.storage.failure.StorageFailure;
import org.campaignbot.storage.failure.UnusableDatabase;

/** Checks the campaign's pack, the age of the tables and the maps of districts. */
final class ContentCheck {

    /** Members die, resign and are sworn in all year; after this long some name is probably wrong. */
    private static final long OLD_DAYS = 30;

    private static final int MOST_NAMED = 5;

    private final Content content;
    private final StorageSettings storage;
    private final InstantSource clock;
    private final Consumer<String> report;
    private final List<DoctorFinding> findings = new ArrayList<>();

    ContentCheck(Content content, StorageSettings storage, InstantSource clock, Consumer<String> report) {
        this.content = content;
        this.storage = storage;
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
            look(corrected(content.liveDirectory(clock, report)));
        } catch (Content.BrokenContent broken) {
            findings.add(DoctorFinding.problem("tables", first(broken), "./bot check shows all that is wrong."));
        }
        return findings;
    }

    /** The tables with what organizers declared, such as a map that stays; without it where the database can't be used. */
    private Directory corrected(LiveDirectory live) {
        try (KeptChanges kept = KeptChanges.open(storage, content.campaign(), clock)) {
            live.heed(kept);
            return live.get();
        } catch (UnusableDatabase | StorageFailure toldByTheLookAtTheDatabase) {
            return live.get();
        }
    }

    /** What the tables say about themselves on the clock's date. */
    List<DoctorFinding> look(Directory directory) {
        LocalDate today = EasternTime.dateAt(clock.instant());
        age(directory.asOf(), today);
        ended(directory, today);
        maps(directory, today);
        nextCongress(directory, Turnover.after(today));
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
        String seats = named(ended.stream().map(Seat::id).toList());
        findings.add(DoctorFinding.warning(
                "terms",
                "The terms of " + ended.size() + " seats in the tables have ended, so the bot names nobody for them: "
                        + seats + ".",
                "Newer tables name the successors: ./bot directory refresh --help"));
    }

    /** Whether each state has a map of the Congress that sits now: its own, or the former one that organizers declared kept. */
    private void maps(Directory directory, LocalDate today) {
        List<String> kept = severalSeats(directory)
                .filter(state -> directory.keptMap(state, today).isPresent())
                .toList();
        String declared = kept.isEmpty()
                ? ""
                : " " + named(kept) + (kept.size() == 1 ? " keeps its" : " keep their") + " former map by declaration.";
        findings.add(missingMap(directory, today)
                .map(missing -> DoctorFinding.warning(
                        "map",
                        missing + " People there hear of their senators alone." + declared,
                        "Make a new map, or declare that a state keeps its own: ./bot directory map list"))
                .orElseGet(() -> DoctorFinding.ok(
                        "map",
                        "The districts of every state are known for the " + Congress.number(today)
                                + "th Congress, which sits now." + declared)));
    }

    /** The states that would be without a map on a day, in a sentence. */
    private static Optional<String> missingMap(Directory directory, LocalDate day) {
        List<String> missing = severalSeats(directory)
                .filter(state -> !directory.mapServes(state, day))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The House map of the " + Congress.number(day) + "th Congress isn't here for "
                        + named(missing) + ".");
    }

    private static Stream<String> severalSeats(Directory directory) {
        return States.codes().stream()
                .filter(state -> directory.districts(state).size() > 1);
    }

    private static String named(List<String> all) {
        return all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "");
    }

    private void nextCongress(Directory directory, Turnover turnover) {
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
        if (turnover.stage() != Turnover.Stage.FAR) {
            missingMap(directory, turnover.begins())
                    .ifPresent(missing -> findings.add(DoctorFinding.warning(
                            "next map",
                            missing + " From " + turnover.begins() + " people there hear of their senators alone.",
                            "Make a new map, or declare that a state keeps its own: ./bot directory map list")));
        }
    }

    private static String first(Content.BrokenContent broken) {
        return broken.problems().isEmpty()
                ? "It cannot be read."
                : broken.problems().get(0).toString();
    }
}
