package org.campaignbot.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.DirectorySettings;
import org.campaignbot.app.config.DirectorySettings.Mode;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.watch.ComponentHealth;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.content.refresh.Refresh;
import org.campaignbot.content.refresh.RefreshRefusal;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.web.console.DataHost;
import org.jspecify.annotations.Nullable;

/**
 * Looks for new tables of the members once a week, in January every day, if a setting says so. It reports what is new, or puts it
 * in force; a map never comes this way.
 *
 * <p>A look that fails leaves the tables as they are: it's late, and comes again a day later. In the first days of a Congress,
 * whose source has names before numbers, it offers the names to organizers, or puts them in force.
 */
final class TableRefresh extends ServerPart {

    private static final String NAME = "directory-refresh";

    /** The first look is a minute after the start, since people's first questions matter more. */
    private static final Duration TICK = Duration.ofMinutes(1);

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    private final DirectorySettings settings;
    private final Content content;
    private final AppliedTables applied;
    private final InstantSource clock;
    private final Jobs jobs;
    private final Console console;
    private final TurnoverDesk turnoverDesk;
    private volatile @Nullable Instant looked;
    private volatile @Nullable Offer offer;
    private volatile List<String> found = List.of();
    private String said = "";
    private volatile ComponentHealth standing;

    /**
     * Names that an organizer may put in force.
     *
     * @param over the tables in force when they were made
     */
    private record Offer(Refresh.Outcome outcome, Refresh.Names names, Optional<Path> over) {}

    TableRefresh(
            ServerSettings settings, Jobs jobs, WatchedJobs watchedJobs, Console console, TurnoverDesk turnoverDesk) {
        super(JOBS);
        this.settings = settings.directory();
        this.content = settings.content();
        this.applied = new AppliedTables(content.data());
        this.clock = settings.clock();
        this.jobs = jobs;
        this.console = console;
        this.turnoverDesk = turnoverDesk;
        this.standing = new ComponentHealth(NAME, Status.OK, clock.instant(), null, "");
        if (this.settings.refresh() != Mode.OFF) {
            watchedJobs.show(() -> standing);
        }
    }

    @Override
    void open() {
        if (settings.refresh() != Mode.OFF) {
            jobs.every(TICK, this::lookIfDue);
        }
    }

    void lookIfDue() {
        Instant now = clock.instant();
        LocalDate today = EasternTime.dateAt(now);
        boolean isDaily = today.getMonth() == Month.JANUARY || standing.status() == Status.LATE;
        Instant last = looked;
        if (last != null && now.isBefore(last.plus(isDaily ? DAY : WEEK))) {
            return;
        }
        Optional<Path> before = applied.newest();
        try {
            look(today);
        } catch (IOException unusable) {
            // Another server of this folder may have put the same tables in force.
            if (applied.newest().equals(before)) {
                late("the tables in " + content.data() + " cannot be read or written. Look at the disk.");
            } else {
                fine("");
            }
        } catch (RuntimeException failure) {
            late("the look failed at " + FailurePlace.of(failure) + ". Report it.");
        } finally {
            looked = now;
        }
    }

    private void look(LocalDate today) throws IOException {
        Refresh.Outcome outcome = Refresh.fetch(
                content.tables(),
                applied.newest(),
                settings.download(),
                Optional.empty(),
                today,
                settings.trust(content.data()),
                false);
        if (outcome.feed().isPresent()) {
            outcome.feed().get().keep(content.data());
        }
        offer = null;
        found = Stream.concat(
                        outcome.report().stream(), outcome.refusals().stream().map(each -> "refused: " + each))
                .toList();
        String day = outcome.asOf().map(LocalDate::toString).orElse("an unknown day");
        String command = "./bot directory refresh " + settings.address();
        if (outcome.names().isPresent()) {
            names(outcome, outcome.names().get(), day, command);
        } else if (!outcome.refusals().isEmpty()) {
            late(outcome.refusals().stream().map(RefreshRefusal::toString).collect(Collectors.joining("; ")) + ". "
                    + command + " shows it again.");
        } else if (outcome.isNothingNew()) {
            fine("");
        } else if (settings.refresh() == Mode.LOOK) {
            fine("New tables of members, of " + day + ", are waiting: " + outcome.summary() + ". " + command
                    + " shows all of it; with --apply it puts them in force.");
        } else if (outcome.asOf().isEmpty()) {
            late("the server does not say how old its files are, and every card does. " + command
                    + " --as-of DATE --apply puts them in force.");
        } else {
            applied.apply(outcome.files());
            fine("");
            // All of it, since the command no longer shows what is in force.
            console.note("New tables of members, of " + day + ", are in force within a minute.\n"
                    + String.join("\n", outcome.report()));
        }
    }

    private void names(Refresh.Outcome outcome, Refresh.Names names, String day, String command) throws IOException {
        if (names.areInForce()) {
            fine(withoutNumbers(names));
        } else if (settings.refresh() == Mode.APPLY) {
            use(new Offer(outcome, names, applied.newest()));
        } else {
            offer = new Offer(outcome, names, applied.newest());
            fine("The names of a new Congress, of " + day + ", are waiting; " + names.withoutNumber()
                    + " of them have no number yet. An organizer's press puts them in force, or " + command
                    + " --names --apply.");
            turnoverDesk.offer(outcome.asOf().orElseThrow(), names.withoutNumber());
        }
    }

    private static String withoutNumbers(Refresh.Names names) {
        return "The names of the new Congress are in force; " + names.withoutNumber()
                + " of them have no number yet. It looks again every day.";
    }

    private void use(Offer used) throws IOException {
        applied.apply(used.names().files());
        fine(withoutNumbers(used.names()));
        // All of it, since the command no longer shows what is in force.
        console.note("New names of members are in force within a minute.\n"
                + String.join("\n", used.outcome().report()));
    }

    /** What the last look found, for organizers. */
    DataHost.TableLook.Seen seen() {
        ComponentHealth now = standing;
        Offer offered = offer;
        return new DataHost.TableLook.Seen(
                settings.refresh() != Mode.OFF,
                Optional.ofNullable(looked),
                now.status() == Status.LATE,
                now.fix(),
                found,
                offered != null && offered.over().equals(applied.newest())
                        ? OptionalInt.of(offered.names().withoutNumber())
                        : OptionalInt.empty());
    }

    /** Puts the offered names in force for an organizer. */
    TurnoverDesk.Outcome useNames() {
        Offer offered = offer;
        if (offered == null || !offered.over().equals(applied.newest())) {
            boolean hasLooked = looked != null || settings.refresh() == Mode.OFF;
            return hasLooked ? TurnoverDesk.Outcome.GONE : TurnoverDesk.Outcome.SOON;
        }
        try {
            use(offered);
            return TurnoverDesk.Outcome.USED;
        } catch (IOException unwritable) {
            // Of two presses at once, the second finds the tables of the first.
            return offered.over().equals(applied.newest()) ? TurnoverDesk.Outcome.FAILED : TurnoverDesk.Outcome.GONE;
        }
    }

    private void fine(String waiting) {
        Instant now = clock.instant();
        ComponentHealth before = standing;
        boolean wasLate = before.status() == Status.LATE;
        standing = new ComponentHealth(NAME, Status.OK, wasLate ? now : before.since(), now, waiting);
        if (wasLate) {
            console.note("This is over: the tables of members could not be refreshed.");
        }
        if (!waiting.isEmpty() && !waiting.equals(said)) {
            console.note(waiting);
        }
        said = waiting;
    }

    private void late(String reason) {
        if (jobs.isEnding()) {
            return;
        }
        ComponentHealth before = standing;
        Instant since = before.status() == Status.LATE ? before.since() : clock.instant();
        String sentence = "The tables of members stay as they are: " + reason;
        standing = new ComponentHealth(NAME, Status.LATE, since, before.last(), sentence);
        if (!sentence.equals(said)) {
            console.trouble(sentence);
        }
        said = sentence;
    }
}
