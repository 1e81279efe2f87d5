package org.campaignbot.web.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.SmallCells;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.alert.desk.AlertResults;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.Composing;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.alert.sending.Objection;
import org.campaignbot.people.Language;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.WebReply;
import org.jspecify.annotations.Nullable;

/** The page of one alert: what to check before it's sent, then how far it has come, and in the end what came of it. */
public final class AlertPage {

    /** A longer list of who an alert is for, such as thirty states, is folded: what to do stands below it. */
    public static final int LONG = 160;

    /** Notices about something that somebody has to fix. */
    private static final Set<String> TROUBLED = Set.of("unreached", "no-chat");

    private static final Set<String> TOLD = Set.of(
            "saved",
            "dropped",
            "asked",
            "unreached",
            "nobody",
            "approved",
            "approved-later",
            "sending",
            "scheduled",
            "withdrawn",
            "returned",
            "tested",
            "tested-group",
            "no-chat");

    private static final String TEXT = "text/csv; charset=utf-8";

    private final AlertProgress progress;

    AlertPage(InstantSource clock) {
        this.progress = new AlertProgress(clock);
    }

    /** Something that can be done with an alert; {@code key} names it in forms and words. */
    public enum Act {
        SUBMIT,
        APPROVE,
        ALONE,
        SEND,
        SCHEDULE,
        PAUSE,
        RESUME,
        WITHDRAW,
        STOP,
        TEST,
        TEST_GROUP,
        AGAIN,
        SKIP_AHEAD,
        EDIT,
        CORRECT;

        /** As a form has it. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The page.
     *
     * @param title how its words begin, or what it asks for where there are none yet
     * @param action what it asks for
     * @param blockers what forbids the alert
     * @param warnings what somebody should look at
     * @param acts what the viewer can do with it now
     * @param toRead whether they must say that they read a warning before they approve
     * @param isMany whether they must say that they know how many it is for
     * @param testGroup how many organizers are in the test group
     * @param needsSecond whether nobody is there yet who could approve it
     * @param needs what a draft needs before it can be submitted, in a few words; empty if that's nothing
     * @param botChat where to tell the bot one's chat in one tap, for a test to oneself; empty if no chat app is known
     * @param held why the bot paused it by itself; empty if it didn't
     * @param figures what happened to it, or null before it began
     * @param pictures what came of it in pictures, or null before it's over
     * @param reason what was typed as the reason for giving it back
     */
    public record AlertView(
            Alert alert,
            String title,
            String action,
            String stage,
            String author,
            String approver,
            String audience,
            HeadCount count,
            SortedMap<String, String> byState,
            SortedMap<String, String> byPlatform,
            String starts,
            String ends,
            List<Composing.Remark> blockers,
            List<Composing.Remark> warnings,
            List<Act> acts,
            boolean toRead,
            boolean isMany,
            int testGroup,
            boolean needsSecond,
            String needs,
            String botChat,
            String held,
            @Nullable AlertEntry returned,
            List<PreviewCard> previews,
            AlertProgress.@Nullable Figures figures,
            AlertProgress.@Nullable Pictures pictures,
            List<Line> trail,
            String reason) {

        /** Whether something can be done. */
        public boolean may(String act) {
            return acts.stream().anyMatch(each -> each.key().equals(act));
        }
    }

    /** A line of the trail. */
    public record Line(String when, String by, String act, String about) {}

    WebReply show(ConsoleVisit visit) {
        Optional<Alert> alert = visit.host().desk().find(visit.name());
        if (alert.isEmpty()) {
            return visit.trouble(404, "no-alert", List.of());
        }
        visit.playColleague(alert.get());
        return page(visit, 200, alert.get(), told(visit, alert.get()), "");
    }

    /** What was just done; nothing that is no longer so, as when an old address is opened again. */
    private static String told(ConsoleVisit visit, Alert alert) {
        boolean isOver = switch (visit.query("told")) {
            case "sending" -> alert.began() == null || alert.stage().isFinal();
            case "scheduled" -> alert.stage() != Alert.Stage.SCHEDULED;
            case "withdrawn" -> alert.stage() != Alert.Stage.DRAFT;
            case "approved-later" -> alert.stage() != Alert.Stage.APPROVED || !isLater(visit, alert);
            default -> false;
        };
        return isOver
                ? ""
                : visit.told(
                        "told",
                        TOLD,
                        alert.draft().at() == null
                                ? visit.say("write.starts.now")
                                : visit.bothCoasts(alert.draft().at()));
    }

    WebReply figures(ConsoleVisit visit) {
        Optional<Alert> alert = visit.host().desk().find(visit.name()).filter(each -> each.began() != null);
        if (alert.isEmpty()) {
            return visit.trouble(404, "no-alert", List.of());
        }
        AlertProgress.Figures shown = progress.shown(visit, alert.get());
        return visit.reply(200, "figures", visit.page("", "", ""), Map.of("figures", shown))
                .with("X-Poll", shown.isMoving() ? "on" : "stop");
    }

    WebReply csv(ConsoleVisit visit) {
        Optional<Alert> alert = visit.host().desk().find(visit.name()).filter(each -> each.began() != null);
        return alert.isEmpty()
                ? visit.trouble(404, "no-alert", List.of())
                : WebReply.of(
                                200,
                                TEXT,
                                lines(AlertResults.csv(AlertResults.shown(progress.counted(visit, alert.get())))))
                        .with(
                                "Content-Disposition",
                                "attachment; filename=\"" + (visit.isTraining() ? "training-" : "") + "alert-"
                                        + alert.get().id() + ".csv\"");
    }

    static String lines(List<String> lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    WebReply take(ConsoleVisit visit, FormFields fields) {
        Optional<Alert> found = visit.host().desk().find(visit.name());
        if (found.isEmpty()) {
            return visit.trouble(404, "no-alert", List.of());
        }
        Alert alert = found.get();
        String version = fields.get("version");
        if (!version.equals(Long.toString(alert.version()))) {
            return stale(visit, alert, fields);
        }
        if (!fields.get("do").equals("submit")) {
            visit.playColleague(alert);
        }
        AlertService desk = visit.host().desk().asSeen(alert.version());
        return switch (fields.get("do")) {
            case "submit" -> submit(visit, alert);
            case "test" ->
                visit.seeOther(path(alert)
                        + (visit.host().news().test(alert, visit.organizer()) ? "?told=tested" : "?told=no-chat"));
            case "test-group" ->
                done(
                        visit,
                        alert,
                        visit.host().news().testGroup(desk, alert, visit.organizer()),
                        sent(fields.get("do")));
            case "approve" -> approve(visit, alert, desk, fields);
            case "return" -> giveBack(visit, alert, desk, fields);
            case "alone" ->
                done(
                        visit,
                        alert,
                        read(
                                visit,
                                alert,
                                desk,
                                fields,
                                (now, seen) -> seen.approveAlone(now.id(), fields.get("count"), visit.actor())),
                        approved(visit, alert));
            case "send" -> send(visit, alert, fields, false);
            case "schedule" -> send(visit, alert, fields, true);
            case "pause" -> done(visit, alert, desk.pause(alert.id(), visit.actor()), "");
            case "resume" -> done(visit, alert, desk.resume(alert.id(), visit.actor()), "");
            case "withdraw" -> done(visit, alert, desk.withdraw(alert.id(), visit.actor()), sent(fields.get("do")));
            case "stop" ->
                done(visit, alert, desk.stop(alert.id(), visit.actor()), alert.began() == null ? "?told=dropped" : "");
            case "skip-ahead" -> {
                visit.skipTo(alert);
                yield visit.seeOther(path(alert));
            }
            case "again" -> done(visit, alert, desk.sendAgain(alert.id(), fields.get("count"), visit.actor()), "");
            default -> visit.seeOther(path(alert));
        };
    }

    /** A second click leads to what the first one did; anything else that meets a changed alert is told so. */
    private WebReply stale(ConsoleVisit visit, Alert alert, FormFields fields) {
        boolean isDone = switch (fields.get("do")) {
            case "send" -> alert.began() != null;
            case "schedule" -> alert.stage() == Alert.Stage.SCHEDULED || alert.began() != null;
            case "approve", "alone" -> alert.approver() != null;
            case "submit" ->
                alert.stage() == Alert.Stage.CHECKED
                        && alert.writer().equals(visit.actor().id());
            case "return" -> visit.host().desk().returned(alert).isPresent();
            case "pause" -> alert.stage() == Alert.Stage.PAUSED;
            case "resume" -> alert.stage().isSending();
            case "stop" -> alert.stage() == Alert.Stage.STOPPED;
            case "withdraw" -> isLast(AlertEntry.Act.WITHDRAWN, visit, alert);
            case "test-group" -> isLast(AlertEntry.Act.TESTED, visit, alert);
            default -> false;
        };
        return isDone
                ? visit.seeOther(path(alert) + sent(fields.get("do")))
                : page(visit, 409, alert, refusal(visit, AlertRefusal.CHANGED_MEANWHILE), fields.get("reason"));
    }

    /** Whether this is the last that was done with it. */
    private static boolean isLast(AlertEntry.Act act, ConsoleVisit visit, Alert alert) {
        List<AlertEntry> trail = visit.host().desk().trail(alert.id());
        return trail.get(trail.size() - 1).act() == act;
    }

    /** How the page's address tells that an alert was sent, scheduled, withdrawn or tested; empty for anything else that's done. */
    private static String sent(String act) {
        return switch (act) {
            case "send" -> "?told=sending";
            case "schedule" -> "?told=scheduled";
            case "withdraw" -> "?told=withdrawn";
            case "test-group" -> "?told=tested-group";
            default -> "";
        };
    }

    /** Checks an alert and, if nothing forbids it, asks the other organizers to approve it. */
    static WebReply submit(ConsoleVisit visit, Alert alert) {
        ConsoleHost host = visit.host();
        DeskAnswer checked = host.desk().asSeen(alert.version()).check(alert.id(), visit.actor());
        if (checked instanceof DeskAnswer.Found) {
            // The form says beside each field what forbids it.
            return visit.seeOther("/console/write/" + alert.id() + "?told=found");
        } else if (!(checked instanceof DeskAnswer.Done)) {
            return visit.seeOther(path(alert));
        }
        DeskAnswer.Done done = (DeskAnswer.Done) checked;
        DeskAnswer asked = host.desk().asSeen(done.alert().version()).askForApproval(alert.id(), visit.actor());
        if (!(asked instanceof DeskAnswer.Done waiting)) {
            return visit.seeOther(path(alert));
        }
        boolean reached = host.news().ask(waiting.alert(), visit.organizer());
        String told = visit.isOnlyOrganizer() ? "nobody" : reached ? "asked" : "unreached";
        return visit.seeOther(path(alert) + (host.desk().mayApproveAlone(visit.actor()) ? "" : "?told=" + told));
    }

    private WebReply approve(ConsoleVisit visit, Alert alert, AlertService desk, FormFields fields) {
        DeskAnswer answer = read(visit, alert, desk, fields, (now, seen) -> seen.approve(now.id(), visit.actor()));
        if (answer instanceof DeskAnswer.Done done) {
            visit.host().news().decided(done.alert());
        }
        return done(visit, alert, answer, approved(visit, alert));
    }

    /** Approving doesn't send it, so the page tells what comes next. */
    private static String approved(ConsoleVisit visit, Alert alert) {
        return isLater(visit, alert) ? "?told=approved-later" : "?told=approved";
    }

    private static boolean isLater(ConsoleVisit visit, Alert alert) {
        Instant start = alert.draft().at();
        return start != null && visit.now().isBefore(start);
    }

    /** Something that is done with an alert at the version that was looked at. */
    private interface Step {
        DeskAnswer take(Alert alert, AlertService desk);
    }

    /** Approves only after the organizer said that they read what a person has to read, if there is such a thing. */
    private DeskAnswer read(ConsoleVisit visit, Alert alert, AlertService desk, FormFields fields, Step step) {
        if (fields.get("read").isEmpty()
                || !desk.isUnread(alert, desk.findings(alert), visit.organizer().name())) {
            return step.take(alert, desk);
        }
        DeskAnswer answer = desk.acknowledge(alert.id(), visit.actor());
        return answer instanceof DeskAnswer.Done done
                ? step.take(
                        done.alert(), visit.host().desk().asSeen(done.alert().version()))
                : answer;
    }

    private WebReply giveBack(ConsoleVisit visit, Alert alert, AlertService desk, FormFields fields) {
        DeskAnswer answer = desk.giveBack(alert.id(), fields.get("reason"), visit.actor());
        if (answer instanceof DeskAnswer.Done done) {
            visit.host().news().decided(done.alert());
            return visit.seeOther(path(alert) + "?told=returned");
        }
        AlertRefusal why = ((DeskAnswer.Refused) answer).why();
        return page(visit, 422, alert, refusal(visit, why), fields.get("reason"));
    }

    /** Sends or schedules, if it's for no more people than the button said. */
    private WebReply send(ConsoleVisit visit, Alert alert, FormFields fields, boolean later) {
        AudienceCount count = visit.host()
                .desk()
                .count(alert.draft().audience(), alert.draft().topic());
        if (HeadCount.isMore(count, fields.get("count"))) {
            return page(
                    visit,
                    409,
                    alert,
                    visit.say("more-now", HeadCount.of(count, visit).words()),
                    "");
        } else if (HeadCount.isMany(count) && fields.get("sure").isEmpty()) {
            return page(visit, 422, alert, visit.say("tick-first"), "");
        }
        AlertService desk = visit.host().desk().asSeen(alert.version());
        return done(
                visit,
                alert,
                later ? desk.schedule(alert.id(), null, visit.actor()) : desk.send(alert.id(), visit.actor()),
                sent(fields.get("do")));
    }

    private WebReply done(ConsoleVisit visit, Alert alert, DeskAnswer answer, String told) {
        if (answer instanceof DeskAnswer.Refused refused) {
            Alert now = visit.host().desk().find(alert.id()).orElse(alert);
            return page(visit, 409, now, refusal(visit, refused.why()), "");
        }
        return visit.seeOther(path(alert) + (answer instanceof DeskAnswer.Done ? told : ""));
    }

    private String refusal(ConsoleVisit visit, AlertRefusal why) {
        return visit.host().composing().refusal(why, visit.language()).visible();
    }

    private static String path(Alert alert) {
        return "/console/alerts/" + alert.id();
    }

    private WebReply page(ConsoleVisit visit, int status, Alert alert, String notice, String reason) {
        boolean isBefore = alert.began() == null && !alert.stage().isFinal();
        List<Finding> findings = isBefore ? visit.host().desk().findings(alert) : List.of();
        Map<String, String> unread = alert.draft().unread();
        AudienceCount count = isBefore && !unread.containsKey(Draft.AUDIENCE)
                ? visit.host()
                        .desk()
                        .count(alert.draft().audience(), alert.draft().topic())
                : null;
        Language language = visit.language();
        List<Composing.Remark> remarks = findings.stream()
                .map(each -> visit.host().composing().remark(each, language))
                .toList();
        AlertView view = new AlertView(
                alert,
                AlertLine.beginning(alert.draft(), visit),
                visit.host().composing().title(alert.draft().action(), language),
                AlertLine.stage(visit, alert),
                visit.nameOf(alert.writer()),
                alert.approver() == null ? "" : visit.nameOf(alert.approver()),
                DraftNeeds.audience(alert.draft(), visit),
                count == null ? new HeadCount("", "") : HeadCount.of(count, visit),
                count == null ? new TreeMap<>() : SmallCells.shown(count.byState()),
                count == null ? new TreeMap<>() : SmallCells.shown(count.byPlatform()),
                unread.containsKey(Draft.START)
                        ? DraftNeeds.unread(unread.getOrDefault(Draft.START, ""), visit)
                        : alert.draft().at() == null
                                ? visit.say("write.starts.now")
                                : visit.bothCoasts(alert.draft().at()),
                unread.containsKey(Draft.END)
                        ? DraftNeeds.unread(unread.getOrDefault(Draft.END, ""), visit)
                        : visit.bothCoasts(alert.draft().expires()),
                remarks.stream().filter(Composing.Remark::isError).toList(),
                remarks.stream().filter(each -> !each.isError()).toList(),
                acts(visit, alert),
                visit.isAllowed(ConsoleRoute.Rule.ORGANIZER)
                        && alert.stage() == Alert.Stage.CHECKED
                        && visit.host()
                                .desk()
                                .isUnread(alert, findings, visit.organizer().name()),
                count != null && HeadCount.isMany(count),
                visit.host().news().testGroup(),
                needsSecond(visit),
                DraftNeeds.of(alert, visit),
                visit.botChat(),
                held(visit, alert),
                visit.host().desk().returned(alert).orElse(null),
                PreviewCard.of(alert, visit.host(), language),
                alert.began() == null ? null : progress.shown(visit, alert),
                alert.began() == null || !alert.stage().isFinal() ? null : progress.pictures(visit, alert),
                visit.host().desk().trail(alert.id()).stream()
                        // The check is the bot's, and whoever asked for approval or sent it didn't do it.
                        .filter(each -> each.act() != AlertEntry.Act.CHECKED)
                        .map(each -> new Line(
                                visit.time(each.at()),
                                each.by().equals(AlertEntry.BOT) ? visit.say("the-bot") : each.by(),
                                visit.say("act." + each.act().word()),
                                each.act() == AlertEntry.Act.RETURNED ? each.about() : ""))
                        .toList(),
                reason);
        ConsolePage page =
                visit.page(visit.say("alert.title", alert.id()), alert.stage().isFinal() ? "past" : "today", notice);
        return visit.reply(
                status,
                "alert",
                TROUBLED.contains(visit.query("told")) ? page.withTrouble() : page,
                Map.of("view", view));
    }

    private List<Act> acts(ConsoleVisit visit, Alert alert) {
        if (!visit.isAllowed(ConsoleRoute.Rule.ORGANIZER)) {
            return List.of();
        }
        String me = visit.organizer().id();
        boolean isOwn = me.equals(alert.author()) || me.equals(alert.writer());
        List<Act> acts = new ArrayList<>();
        switch (alert.stage()) {
            case DRAFT -> acts.addAll(List.of(Act.SUBMIT, Act.EDIT, Act.TEST, Act.TEST_GROUP, Act.STOP));
            case CHECKED -> {
                if (!isOwn) {
                    acts.add(Act.APPROVE);
                } else {
                    acts.add(visit.host().desk().mayApproveAlone(visit.actor()) ? Act.ALONE : Act.SUBMIT);
                }
                acts.addAll(List.of(Act.EDIT, Act.TEST, Act.TEST_GROUP, Act.STOP));
            }
            case APPROVED -> {
                acts.add(isLater(visit, alert) ? Act.SCHEDULE : Act.SEND);
                acts.addAll(List.of(Act.EDIT, Act.TEST, Act.TEST_GROUP, Act.STOP));
            }
            case SCHEDULED -> {
                if (visit.isTraining()) {
                    acts.add(Act.SKIP_AHEAD);
                }
                acts.addAll(List.of(Act.WITHDRAW, Act.EDIT, Act.TEST, Act.TEST_GROUP, Act.STOP));
            }
            case CANARY, SENDING -> acts.addAll(List.of(Act.PAUSE, Act.STOP));
            case PAUSED -> acts.addAll(List.of(Act.RESUME, Act.STOP));
            case DONE -> {
                AlertFigures.Figures counted = progress.counted(visit, alert);
                if (counted.unknown() > 0 && visit.now().isBefore(alert.draft().expires())) {
                    acts.add(Act.AGAIN);
                }
                acts.add(Act.CORRECT);
            }
            case STOPPED, EXPIRED -> {
                if (alert.began() != null) {
                    acts.add(Act.CORRECT);
                }
            }
        }
        if (!visit.host().news().hasChat(visit.organizer())) {
            // The page says how the bot gets to know their chat.
            acts.remove(Act.TEST);
        }
        return acts;
    }

    /** Whether nobody is there yet who could approve what this organizer writes. */
    static boolean needsSecond(ConsoleVisit visit) {
        return visit.isOnlyOrganizer() && !visit.host().desk().mayApproveAlone(visit.actor());
    }

    private static String held(ConsoleVisit visit, Alert alert) {
        return alert.stage() != Alert.Stage.PAUSED || alert.why() == null
                ? ""
                : Objection.read(alert.why())
                        .map(each -> visit.say(
                                "held." + each.kind().word(),
                                ConsoleVisit.number(each.some()),
                                ConsoleVisit.number(each.all())))
                        .orElse("");
    }
}
