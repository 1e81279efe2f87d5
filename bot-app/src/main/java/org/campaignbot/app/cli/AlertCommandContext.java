package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.AudiencePhrase;
import org.campaignbot.alert.desk.AlertJson;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.alert.sending.CanaryRules;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.people.Language;
import org.campaignbot.storage.Database;
import picocli.CommandLine.Model.CommandSpec;

/** What the alert commands work with: the alert service over this installation's database, and how its answers are printed. */
record AlertCommandContext(
        CommandContext desk,
        AlertService alerts,
        AlertSituation situation,
        AlertJson rows,
        AlertOptions options,
        CommandSpec spec)
        implements AutoCloseable {

    /** The body of a command. */
    @FunctionalInterface
    interface Work {
        int in(AlertCommandContext office) throws Exception;
    }

    /** A request to the alert service. */
    @FunctionalInterface
    interface Asking {
        DeskAnswer ask(AlertService alerts, Actor by) throws Exception;
    }

    /**
     * Opens the context, does the work, and closes it again.
     *
     * @throws SettingProblem if there is no database yet, or no organizer with the given name
     */
    static int run(CommandSpec spec, AlertOptions options, Work work) throws Exception {
        try (AlertCommandContext office = open(spec, options)) {
            return work.in(office);
        } catch (AlertSituation.Unreadable unreadable) {
            throw (Exception) unreadable.getCause();
        }
    }

    /** The same for a command with a single request; its exit code says whether the request succeeded. */
    static int ask(CommandSpec spec, AlertOptions options, Asking asking) throws Exception {
        return run(spec, options, office -> office.tell(asking.ask(office.alerts, office.actor())));
    }

    private static AlertCommandContext open(CommandSpec spec, AlertOptions options) throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        CommandContext desk = CommandContext.open(shell);
        Database database = desk.database();
        AlertSituation situation = new AlertSituation(
                content,
                database.settings(content.campaign()),
                database.alerts()::find,
                desk.clock(),
                spec.commandLine().getErr()::println);
        AlertService alerts = AlertService.over(
                new AlertService.Stores(
                        database.alerts(),
                        database.organizers(),
                        database.subscriptions(),
                        database.recipients(),
                        database::inOneCommit),
                situation,
                new SecureRandom(),
                // The canary is a server setting; a server without one goes straight on to everyone.
                true,
                desk.clock());
        return new AlertCommandContext(
                desk, alerts, situation, new AlertJson(database.organizers().all()), options, spec);
    }

    Actor actor() throws SettingProblem {
        return options.actor(desk.database().organizers());
    }

    /** Prints an answer and returns the exit code: 0 if the request succeeded, else 1. */
    int tell(DeskAnswer answer) {
        boolean done = answer instanceof DeskAnswer.Done;
        if (options.isJson()) {
            out().println(JsonOutput.write(rows.answer(answer)));
        } else {
            PrintWriter to = done ? out() : spec.commandLine().getErr();
            new AlertWords(rows).answer(answer, this::isSplit).forEach(to::println);
            if (answer instanceof DeskAnswer.Done kept && kept.alert().stage() == Alert.Stage.DRAFT) {
                to.println(audience(kept.alert().draft()));
            }
        }
        return done ? 0 : 1;
    }

    /** Reads an audience back in words. */
    private String audience(Draft draft) {
        String who = AudiencePhrase.of(draft.audience(), alerts.terms(), Language.ENGLISH);
        String count = alerts.count(draft.audience(), draft.topic()).shown();
        return "It's for " + who + ": " + count + " now.";
    }

    /** Whether an alert has more recipients than a canary, if the server uses one. */
    private boolean isSplit(Alert alert) {
        return CanaryRules.DEFAULT.isForFewer(
                alerts.count(alert.draft().audience(), alert.draft().topic()).total());
    }

    /** Prints lines or JSON. */
    int tell(List<String> lines, Object json) {
        if (options.isJson()) {
            out().println(JsonOutput.write(json));
        } else {
            lines.forEach(out()::println);
        }
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Override
    public void close() {
        desk.close();
    }
}
