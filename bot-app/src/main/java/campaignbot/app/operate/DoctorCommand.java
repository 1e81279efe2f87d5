package campaignbot.app.operate;

import campaignbot.app.installation.Clocks;
import campaignbot.app.installation.DataFolder;
import campaignbot.app.installation.EnvironmentReader;
import campaignbot.app.installation.Json;
import campaignbot.app.installation.ServerSettings;
import campaignbot.app.installation.SettingProblem;
import campaignbot.app.installation.Shell;
import campaignbot.slack.SlackSettings;
import campaignbot.telegram.TelegramSettings;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks how the bot is. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at settings, account, Telegram, Slack, database, key, content, tables, terms, clock and disk, and says what to do.",
            "It may run beside the bot, and changes nothing that people said or set. Ends with 1 where there is a problem."
        })
public final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Write a JSON list.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = findings(Shell.of(spec));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(findings.stream().map(Finding::row).toList()));
        } else {
            findings.forEach(each -> out.println(each.text()));
        }
        return findings.stream().anyMatch(each -> each.level() == Finding.Level.PROBLEM) ? 1 : 0;
    }

    private static List<Finding> findings(Shell shell) {
        Map<String, String> environment = shell.variables();
        List<Finding> findings = new ArrayList<>();
        InstantSource clock = InstantSource.system();
        ServerSettings.Reading reading = EnvironmentReader.read(environment);
        if (reading instanceof ServerSettings.Reading.Usable usable) {
            ServerSettings settings = usable.settings();
            clock = settings.clock();
            TelegramSettings telegram = settings.telegram();
            SlackSettings slack = settings.slack();
            if (telegram == null && slack == null) {
                findings.add(Finding.problem("settings", EnvironmentReader.NO_TOKEN, null));
            } else {
                findings.add(Finding.ok("settings", "All that is set can be used."));
            }
            if (telegram != null) {
                findings.addAll(new TelegramLook(telegram, clock).findings());
            }
            if (slack != null) {
                findings.addAll(new SlackLook(slack, clock).findings());
            }
        } else {
            ((ServerSettings.Reading.Unusable) reading)
                    .problems()
                    .forEach(problem -> findings.add(Finding.problem("settings", problem, null)));
        }
        if (!environment.getOrDefault(Clocks.VARIABLE, "").isBlank()) {
            findings.add(Finding.warning(
                    "clock",
                    Clocks.VARIABLE + " is set, so the bot lives at " + clock.instant() + ".",
                    "Take it out of the environment of a bot that people talk with."));
        }
        findings.addAll(MachineLook.here(environment, DataFolder.of(environment.get(DataFolder.VARIABLE)))
                .findings());
        try {
            findings.addAll(new StorageLook(shell.storage(), clock).findings());
            findings.addAll(new ContentLook(shell.content(), clock, shell.err()::println).findings());
        } catch (SettingProblem toldAbove) {
            findings.add(Finding.problem(
                    "settings",
                    "Because of that, not everything could be looked at.",
                    "Mend the settings, then look again."));
        }
        return findings;
    }
}
