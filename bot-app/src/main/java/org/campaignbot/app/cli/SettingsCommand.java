package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Nearest;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Setting;
import org.campaignbot.settings.SettingRules;
import org.campaignbot.settings.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What organizers can change while the bot runs. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = {
            "Shows and changes what organizers set: the state of a bill, actions, links, numbers, contacts, limits.",
            "Every running bot takes a change within five seconds. Settings are kept in the installation's database; the first "
                    + "change makes it if ./bot serve hasn't."
        })
public final class SettingsCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** What every settings command works with. */
    private record Desk(String campaign, Catalog catalog, KeptChanges kept) implements AutoCloseable {

        SettingsReport report() {
            return new SettingsReport(
                    campaign, catalog, kept, kept.wrongNumbers().reported());
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    private Desk desk() throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        Catalog catalog = Catalog.of(Campaign.pack(content));
        KeptChanges kept = KeptChanges.open(shell.storage(), content.campaign(), shell.clock());
        return new Desk(content.campaign(), catalog, kept);
    }

    private SettingsReport report() throws Exception {
        try (Desk desk = desk()) {
            return desk.report();
        }
    }

    private Instant now() throws SettingProblem {
        return Shell.of(spec).clock().instant();
    }

    @Override
    public Integer call() throws Exception {
        return show(json);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows all settings with where they come from, and numbers that were reported wrong.")
    int show(@Option(names = "--json", description = "Write a JSON object.") boolean asJson) throws Exception {
        SettingsReport report = report();
        PrintWriter out = spec.commandLine().getOut();
        if (asJson || json) {
            out.println(report.json());
        } else {
            report.lines().forEach(out::println);
        }
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Writes what organizers set as YAML, in the form of records.yaml.")
    int export() throws Exception {
        report().yaml().forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows who changed what, and when.")
    int history() throws Exception {
        report().history().forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Sets a value.",
                "What people are told needs its day, and what happened to a bill its source; a verified number needs who called it."
            })
    int set(
            @Parameters(paramLabel = "KEY", description = "What to set, as action-call.status.") String key,
            @Parameters(paramLabel = "VALUE", arity = "1..*", description = "The value.") String[] value,
            @Option(
                            names = "--as-of",
                            paramLabel = "DAY",
                            description = "The day from which it's known, as 2026-11-24.")
                    @Nullable
                    String asOf,
            @Option(names = "--source", paramLabel = "TEXT", description = "An address or name to check it by.")
                    @Nullable
                    String source,
            @Option(
                            names = "--by",
                            paramLabel = "NAME",
                            description = "Who called a number and found it right, or opened a page.")
                    @Nullable
                    String by)
            throws Exception {
        if (Corrections.has(key)) {
            throw new SettingProblem(
                    "Corrections are checked against the tables. Make them with ./bot directory correct, and a state's kept map"
                            + " with ./bot directory map keep.");
        }
        Map<String, String> values = new TreeMap<>();
        values.put(key, String.join(" ", value).strip());
        beside(values, key, "as_of", asOf, "--as-of");
        beside(values, key, "source", source, "--source");
        beside(values, key, key.endsWith(".opened_on") ? "opened_by" : "verified_by", by, "--by");
        return change(Change.set(Shell.who(), now(), values), key);
    }

    private static void beside(
            Map<String, String> values, String key, String field, @Nullable String value, String option)
            throws SettingProblem {
        if (value == null) {
            return;
        }
        int dot = key.indexOf('.');
        if (dot < 0) {
            throw new SettingProblem(key + " isn't a field of a record, so it takes no " + option + ".");
        }
        values.put(key.substring(0, dot + 1) + field, value.strip());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Goes back to what the pack says, for one setting or for all of a record.")
    int unset(@Parameters(paramLabel = "KEY", description = "A setting, or a record such as action-call.") String key)
            throws Exception {
        List<String> keys;
        try (Desk desk = desk()) {
            keys = desk.kept().current().keysOf(key);
        }
        if (keys.isEmpty()) {
            throw new SettingProblem("\"" + key + "\" is not set, so there is nothing to take back.");
        }
        return change(Change.unset(Shell.who(), now(), keys), key);
    }

    @Command(
            name = "dismiss-number",
            mixinStandardHelpOptions = true,
            description = "Takes a number off the list of those reported wrong, once somebody has looked at it.")
    int dismiss(@Parameters(paramLabel = "NUMBER", description = "The number as it is listed.") String number)
            throws Exception {
        try (Desk desk = desk()) {
            WrongNumbers numbers = desk.kept().wrongNumbers();
            if (numbers.reported().stream().noneMatch(each -> each.number().equals(number))) {
                throw new SettingProblem(
                        "Nobody reported the number \"" + number + "\". Write it as ./bot settings lists it.");
            }
            numbers.dismiss(number);
        }
        spec.commandLine().getOut().println("Dismissed: " + number + ". Its count starts over.");
        return 0;
    }

    private int change(Change change, String key) throws Exception {
        try (Desk desk = desk()) {
            return change(desk, change, key);
        }
    }

    private int change(Desk desk, Change change, String key) throws SettingProblem {
        Version before = desk.kept().current();
        List<String> refusals =
                new SettingRules(desk.catalog()).refusals(before, change, EasternTime.dateAt(change.at()));
        if (!refusals.isEmpty()) {
            Setting setting = desk.catalog().setting(key);
            String fix = setting == null
                    ? "\n" + Nearest.fix(key, desk.catalog().settings().keySet()) + "\nSee ./bot settings for all."
                    : "";
            throw new SettingProblem(String.join("\n", refusals) + fix);
        }
        if (!desk.kept().change(before, change)) {
            return Shell.lost(spec);
        }
        Version after = desk.kept().current();
        PrintWriter out = spec.commandLine().getOut();
        if (after.equals(before)) {
            out.println("Nothing changed: it was set so already.");
            return 0;
        }
        before.edits(change).forEach(edit -> out.println(SettingsReport.line(edit)));
        out.println("Version " + after.number() + "; every running bot takes it within five seconds.");
        return 0;
    }
}
