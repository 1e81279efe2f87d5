package org.campaignbot.web.console;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Turnover;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.people.Language;
import org.campaignbot.web.Page;
import org.campaignbot.web.WebReply;
import org.jspecify.annotations.Nullable;

/** The home page: what needs the organizer's attention. */
public final class TodayPage {

    /** From this age on, people are told that the tables may be old. */
    private static final int OLD_DAYS = 60;

    private TodayPage() {}

    /**
     * What needs whoever looks.
     *
     * @param groups alerts by what they wait for, the most urgent group first; none is empty
     * @param needsSecond whether nobody is there yet who could approve what this organizer writes
     * @param numbers the phone numbers that several people say are wrong
     */
    public record Today(
            List<Group> groups,
            boolean needsSecond,
            Tables tables,
            @Nullable TermsEnd terms,
            List<Wrong> numbers) {}

    /** Alerts that wait for the same thing; {@code key} names it. */
    public record Group(String key, List<AlertLine> alerts) {}

    /** The tables of the members. */
    public record Tables(String asOf, long days, boolean isOld) {

        static Tables of(LocalDate asOf, long days, Language language) {
            return new Tables(Page.day(asOf, language), days, days > OLD_DAYS);
        }
    }

    /** The end of the House's terms, and of a third of the Senate's. */
    public record TermsEnd(String begins, long days, int congress) {}

    /** A number that callers report as wrong, and how many, as it may be shown. */
    public record Wrong(String number, String reports, String latest) {}

    static WebReply show(ConsoleVisit visit) {
        ConsoleHost host = visit.host();
        LocalDate today = EasternTime.dateAt(visit.now());
        LocalDate asOf = host.directory().get().asOf();
        long days = ChronoUnit.DAYS.between(asOf, today);
        Turnover turnover = Turnover.after(today);
        Today page = new Today(
                groups(visit),
                visit.isAllowed(ConsoleRoute.Rule.ORGANIZER) && AlertPage.needsSecond(visit),
                Tables.of(asOf, days, visit.language()),
                turnover.stage() == Turnover.Stage.FAR
                        ? null
                        : new TermsEnd(
                                Page.day(turnover.begins(), visit.language()), turnover.days(), turnover.congress()),
                wrong(visit));
        return visit.reply(200, "today", visit.page(visit.say("today.title"), "today", ""), Map.of("today", page));
    }

    /** The numbers that several people say are wrong. */
    static List<Wrong> wrong(ConsoleVisit visit) {
        return visit.host().numbers().reported().stream()
                .filter(WrongNumbers.Reported::isShown)
                .map(each -> new Wrong(
                        each.number(),
                        visit.figure(Figure.of(each.count())),
                        Page.day(each.latest(), visit.language())))
                .toList();
    }

    private static List<Group> groups(ConsoleVisit visit) {
        Map<String, List<AlertLine>> groups = new LinkedHashMap<>();
        for (String key : List.of("approve", "held", "returned", "ready", "drafts", "waiting", "moving")) {
            groups.put(key, new ArrayList<>());
        }
        for (Alert alert : visit.host().desk().all()) {
            key(alert, visit.organizer(), visit.host().desk())
                    .ifPresent(key -> groups.computeIfAbsent(key, name -> new ArrayList<>())
                            .add(AlertLine.of(alert, visit)));
        }
        return groups.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Group(each.getKey(), each.getValue()))
                .toList();
    }

    /** What an alert waits for; empty if it's over. */
    private static Optional<String> key(Alert alert, Organizer reader, AlertService desk) {
        boolean isOwn = reader.id().equals(alert.author()) || reader.id().equals(alert.writer());
        return switch (alert.stage()) {
            case DRAFT -> Optional.of(desk.returned(alert).isPresent() ? "returned" : "drafts");
            case CHECKED -> Optional.of(isOwn ? "waiting" : "approve");
            case APPROVED -> Optional.of("ready");
            case PAUSED -> Optional.of("held");
            case SCHEDULED, CANARY, SENDING -> Optional.of("moving");
            case DONE, STOPPED, EXPIRED -> Optional.empty();
        };
    }
}
