package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.DeskAnswer;
import org.campaignbot.alert.sending.CanaryRules;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.storage.Database;
import picocli.CommandLine.Model.CommandSpec;

/** What commands about alerts work with: the desk over the database of this installation, and how its answers are told. */
record AlertCommandContext(
        CommandContext desk,
        AlertService alerts,
        AlertSituation situation,
        AlertRows rows,
        AlertOptions options,
        CommandSpec spec)
        implements AutoCloseable {

    /** What a command does. */
    @FunctionalInterface
    interface Work {
        int in(AlertCommandContext office) throws Exception;
    }

    /** What a command asks of the desk. */
    @FunctionalInterface
    interface Asking {
        DeskAnswer ask(AlertService alerts, Actor by) throws Exception;
    }

    /**
     * Opens the office, works in it, and closes it again.
     *
     * @throws SettingProblem where there is no database yet, or no organizer of the name that was given
     */
    static int run(CommandSpec spec, AlertOptions options, Work work) throws Exception {
        try (AlertCommandContext office = open(spec, options)) {
            return work.in(office);
        } catch (AlertSituation.Unreadable unreadable) {
            throw (Exception) unreadable.getCause();
        }
    }

    /** The same for a command that asks one thing; its exit code says whether it was done. */
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
                database.alerts(),
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
                // Whether a few get it first is a setting of the server, which goes on to all at once where it has
                // none.
                true,
                desk.clock());
        return new AlertCommandContext(
                desk, alerts, situation, new AlertRows(database.organizers().all()), options, spec);
    }

    Actor actor() throws SettingProblem {
        return options.actor(desk.database().organizers());
    }

    /** Tells an answer; 0 where it was done, else 1. */
    int tell(DeskAnswer answer) {
        boolean done = answer instanceof DeskAnswer.Done;
        if (options.isJson()) {
            out().println(JsonOutput.write(rows.answer(answer)));
        } else {
            PrintWriter to = done ? out() : spec.commandLine().getErr();
            new AlertWords(rows).answer(answer, this::isSplit).forEach(to::println);
        }
        return done ? 0 : 1;
    }

    /** Whether an alert has more recipients than get it first where the server lets a few do so. */
    private boolean isSplit(Alert alert) {
        return CanaryRules.DEFAULT.isForFewer(
                alerts.count(alert.draft().audience(), alert.draft().topic()).total());
    }

    /** Tells something in lines or as JSON. */
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
