package campaignbot.app.operate;

import campaignbot.alert.Actor;
import campaignbot.alert.Alert;
import campaignbot.alert.desk.AlertDesk;
import campaignbot.alert.desk.DeskAnswer;
import campaignbot.alert.sending.CanaryRules;
import campaignbot.app.installation.Content;
import campaignbot.app.installation.Json;
import campaignbot.app.installation.SettingProblem;
import campaignbot.app.installation.Shell;
import campaignbot.storage.Database;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What commands about alerts work with: the desk over the database of this installation, and how its answers are told. */
record AlertOffice(
        Desk desk, AlertDesk alerts, AlertSituation situation, AlertRows rows, AlertOptions options, CommandSpec spec)
        implements AutoCloseable {

    /** What a command does. */
    @FunctionalInterface
    interface Work {
        int in(AlertOffice office) throws Exception;
    }

    /** What a command asks of the desk. */
    @FunctionalInterface
    interface Asking {
        DeskAnswer ask(AlertDesk alerts, Actor by) throws Exception;
    }

    /**
     * Opens the office, works in it, and closes it again.
     *
     * @throws SettingProblem where there is no database yet, or no organizer of the name that was given
     */
    static int run(CommandSpec spec, AlertOptions options, Work work) throws Exception {
        try (AlertOffice office = open(spec, options)) {
            return work.in(office);
        } catch (AlertSituation.Unreadable unreadable) {
            throw (Exception) unreadable.getCause();
        }
    }

    /** The same for a command that asks one thing; its exit code says whether it was done. */
    static int ask(CommandSpec spec, AlertOptions options, Asking asking) throws Exception {
        return run(spec, options, office -> office.tell(asking.ask(office.alerts, office.actor())));
    }

    private static AlertOffice open(CommandSpec spec, AlertOptions options) throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        Desk desk = Desk.open(shell);
        Database database = desk.database();
        AlertSituation situation = new AlertSituation(
                content,
                database.settings(content.campaign()),
                database.alerts(),
                desk.clock(),
                spec.commandLine().getErr()::println);
        AlertDesk alerts = AlertDesk.over(
                new AlertDesk.Stores(
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
        return new AlertOffice(
                desk, alerts, situation, new AlertRows(database.organizers().all()), options, spec);
    }

    Actor actor() throws SettingProblem {
        return options.actor(desk.database().organizers());
    }

    /** Tells an answer; 0 where it was done, else 1. */
    int tell(DeskAnswer answer) {
        boolean done = answer instanceof DeskAnswer.Done;
        if (options.isJson()) {
            out().println(Json.write(rows.answer(answer)));
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
            out().println(Json.write(json));
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
