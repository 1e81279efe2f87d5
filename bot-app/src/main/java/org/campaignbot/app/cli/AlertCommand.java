package org.campaignbot.app.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.desk.AlertJson;
import org.campaignbot.alert.desk.AlertResults;
import org.campaignbot.alert.desk.AlertTime;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.alert.desk.DeskPreviews;
import org.campaignbot.alert.desk.TestGroup;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.storage.Database;
import org.campaignbot.times.ExactTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands for action alerts beside a running server, which picks up changes within seconds. */
@Command(
        name = "alert",
        mixinStandardHelpOptions = true,
        subcommands = {
            AlertCommand.AlertDraftCommand.class,
            AlertCommand.AlertCorrectCommand.class,
            AlertPreviewCommand.class,
            AlertRehearseCommand.class,
            AlertAudienceCommand.class
        },
        description = {
            "Writes, checks and sends action alerts to everybody who asked for them. Without a command it lists them.",
            "A second organizer approves each, signed in on Slack or Telegram; the only one there is approves here, where the"
                    + " setting approval is alone."
        })
public final class AlertCommand implements Callable<Integer> {

    @Mixin
    private final AlertOptions options = new AlertOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return list(options);
    }

    private int list(AlertOptions told) throws Exception {
        return AlertCommandContext.run(spec, told, office -> {
            List<Alert> all = office.alerts().all();
            AlertWords words = new AlertWords(office.rows());
            return office.tell(
                    all.isEmpty()
                            ? List.of("There is no alert yet. ./bot alert draft --help shows how to write one.")
                            : all.stream().map(words::line).toList(),
                    all.stream().map(office.rows()::alert).toList());
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows how far an alert is, or all of them.")
    int status(
            @Parameters(paramLabel = "ID", arity = "0..1", description = "The alert.") @Nullable String id,
            @Mixin AlertOptions told)
            throws Exception {
        return id == null
                ? list(told)
                : AlertCommandContext.run(spec, told, office -> {
                    Alert alert = found(office, id);
                    Map<String, Object> row = office.rows().alert(alert);
                    row.put("trail", AlertJson.trail(office.alerts().trail(id)));
                    return office.tell(
                            new AlertWords(office.rows())
                                    .all(alert, office.alerts().trail(id)),
                            row);
                });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Checks an alert: links, numbers, languages, length, times, audience and whose words they are.")
    int check(@Parameters(paramLabel = "ID", description = "The alert.") String id, @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.ask(spec, told, (alerts, by) -> alerts.check(id, by));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Sends a test to the test group: the organizers who joined it by typing \"test group\" to the bot in private.",
                "It's marked TEST, counts for no cap, and leaves once a server runs."
            })
    int test(@Parameters(paramLabel = "ID", description = "The alert.") String id, @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.run(spec, told, office -> {
            Database database = office.desk().database();
            DeskPreviews previews = office.situation().previews(database.outbox()::add);
            TestGroup group = new TestGroup(database.organizers(), database.deskChats(), previews, database::nameOf);
            DeskAnswer answer = group.send(
                    office.alerts(), id, office.actor(), office.desk().now());
            return answer instanceof DeskAnswer.Done
                    ? office.tell(
                            List.of("A test is on its way to the test group (" + organizers(group.size()) + ")."),
                            Map.of("organizers", group.size()))
                    : office.tell(answer);
        });
    }

    private static String organizers(int many) {
        return many == 1 ? "1 organizer" : many + " organizers";
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Says that an organizer read what the check asks a person to read, as it must be before they approve the alert.",
                "The audit trail keeps who said so, and for which words."
            })
    int acknowledge(@Parameters(paramLabel = "ID", description = "The alert.") String id, @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.ask(spec, told, (alerts, by) -> alerts.acknowledge(id, by));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Approves an alert by the only organizer, who types how many it is for as they were shown.")
    int approve(
            @Parameters(paramLabel = "ID", description = "The alert.") String id,
            @Option(
                            names = "--count",
                            required = true,
                            paramLabel = "N",
                            description = "How many it is for, as ./bot alert audience --of ID shows it.")
                    String count,
            @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.ask(spec, told, (alerts, by) -> alerts.approveAlone(id, count, by));
    }

    @Command(mixinStandardHelpOptions = true, description = "Schedules an approved alert.")
    int schedule(
            @Parameters(paramLabel = "ID", description = "The alert.") String id,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description = "When, where the draft left it open: " + AlertTime.FORM + ".")
                    @Nullable
                    String at,
            @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.run(spec, told, office -> {
            Instant start = at == null
                    ? null
                    : time("--at", at, AlertTime.read(at, office.desk().now()));
            return office.tell(office.alerts().schedule(id, start, office.actor()));
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Begins to send an approved alert, if its check still passes.")
    int send(@Parameters(paramLabel = "ID", description = "The alert.") String id, @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.ask(spec, told, (alerts, by) -> alerts.send(id, by));
    }

    @Command(mixinStandardHelpOptions = true, description = "Pauses an alert that is being sent.")
    int pause(@Parameters(paramLabel = "ID", description = "The alert.") String id, @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.ask(spec, told, (alerts, by) -> alerts.pause(id, by));
    }

    @Command(mixinStandardHelpOptions = true, description = "Resumes a paused alert.")
    int resume(@Parameters(paramLabel = "ID", description = "The alert.") String id, @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.ask(spec, told, (alerts, by) -> alerts.resume(id, by));
    }

    @Command(mixinStandardHelpOptions = true, description = "Ends an alert for good.")
    int stop(@Parameters(paramLabel = "ID", description = "The alert.") String id, @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.ask(spec, told, (alerts, by) -> alerts.stop(id, by));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Sends an alert again to recipients who may not have gotten it; some will get it twice.")
    int again(
            @Parameters(paramLabel = "ID", description = "The alert.") String id,
            @Option(
                            names = "--count",
                            required = true,
                            paramLabel = "N",
                            description = "How many they are, as ./bot alert report ID tells: unknown.")
                    String count,
            @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.ask(spec, told, (alerts, by) -> alerts.sendAgain(id, count, by));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Reports the results of an alert: sent, delivered, started and completed are four counts.")
    int report(
            @Parameters(paramLabel = "ID", description = "The alert.") String id,
            @Option(names = "--csv", description = "Write rows with commas, a count each.") boolean csv,
            @Mixin AlertOptions told)
            throws Exception {
        return AlertCommandContext.run(spec, told, office -> {
            Alert alert = found(office, id);
            AlertFigures.Figures figures = office.alerts().report(id);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", id);
            row.put("stage", alert.stage().word());
            row.putAll(AlertResults.shown(figures));
            return office.tell(csv ? AlertResults.csv(row) : AlertWords.figures(figures), row);
        });
    }

    /** Finds the alert with this id. */
    static Alert found(AlertCommandContext office, String id) throws SettingProblem {
        return office.alerts()
                .find(id)
                .orElseThrow(() -> new SettingProblem("There is no alert \"" + id + "\". ./bot alert lists them."));
    }

    /** The time that somebody typed, as it was read. */
    static Instant time(String option, String text, ExactTime.Reading reading) throws SettingProblem {
        if (reading instanceof ExactTime.At at) {
            return at.time().toInstant();
        }
        AlertTime.Problem problem = AlertTime.problem(text, reading).orElseThrow();
        throw new SettingProblem(option + ": " + problem.message() + " — " + problem.fix() + ".");
    }

    /** Writes the draft of an alert, or changes one. */
    @Command(
            name = "draft",
            mixinStandardHelpOptions = true,
            description = {
                "Keeps the draft of an alert by an organizer (--as), who can't approve it.",
                "With --change it changes a draft; then it has to be checked and approved again."
            })
    static final class AlertDraftCommand implements Callable<Integer> {

        @Option(names = "--change", paramLabel = "ID", description = "The draft to change; what is not given stays.")
        private @Nullable String change;

        @Mixin
        private final AlertDraftOptions draft = new AlertDraftOptions();

        @Mixin
        private final AlertOptions options = new AlertOptions();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            String changed = change;
            return AlertCommandContext.run(spec, options, office -> {
                Actor by = office.actor();
                Draft before = changed == null ? null : found(office, changed).draft();
                Draft written = draft.draft(
                        before, office.alerts().terms(), office.desk().now());
                return office.tell(
                        changed == null
                                ? office.alerts().draft(written, by)
                                : office.alerts().change(changed, written, by));
            });
        }
    }

    /** Writes a correction of an alert, or shows how it went. */
    @Command(
            name = "correct",
            mixinStandardHelpOptions = true,
            description = {
                "Keeps the draft of a correction for everybody who got an alert; it is checked and approved like any other.",
                "With --follow-up it tells them how it went instead."
            })
    static final class AlertCorrectCommand implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "The alert that was sent.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String id;

        @Option(names = "--follow-up", description = "Tell how it went.")
        private boolean followUp;

        @Mixin
        private final AlertDraftOptions draft = new AlertDraftOptions();

        @Mixin
        private final AlertOptions options = new AlertOptions();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return AlertCommandContext.run(spec, options, office -> {
                Actor by = office.actor();
                found(office, id);
                Draft written =
                        draft.draft(null, office.alerts().terms(), office.desk().now());
                return office.tell(
                        followUp
                                ? office.alerts().followUp(id, written, by)
                                : office.alerts().correct(id, written, by));
            });
        }
    }
}
