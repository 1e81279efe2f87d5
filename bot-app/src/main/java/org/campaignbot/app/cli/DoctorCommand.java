package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.telegram.TelegramSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the health of the installation. */
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
        List<DoctorFinding> findings = findings(Shell.of(spec));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    JsonOutput.write(findings.stream().map(DoctorFinding::row).toList()));
        } else {
            findings.forEach(each -> out.println(each.text()));
        }
        return findings.stream().anyMatch(each -> each.level() == DoctorFinding.Level.PROBLEM) ? 1 : 0;
    }

    private static List<DoctorFinding> findings(Shell shell) {
        Map<String, String> environment = shell.variables();
        List<DoctorFinding> findings = new ArrayList<>();
        InstantSource clock = InstantSource.system();
        ServerSettings.Reading reading = ServerSettings.read(environment);
        if (reading instanceof ServerSettings.Reading.Usable usable) {
            ServerSettings settings = usable.settings();
            clock = settings.clock();
            TelegramSettings telegram = settings.telegram();
            SlackSettings slack = settings.slack();
            if (telegram == null && slack == null) {
                findings.add(DoctorFinding.problem("settings", ServerSettings.NO_TOKEN, null));
            } else {
                findings.add(DoctorFinding.ok("settings", "All that is set can be used."));
            }
            if (telegram != null) {
                findings.addAll(new TelegramCheck(telegram, clock).findings());
            }
            if (slack != null) {
                findings.addAll(new SlackCheck(slack, clock).findings());
            }
        } else {
            ((ServerSettings.Reading.Unusable) reading)
                    .problems()
                    .forEach(problem -> findings.add(DoctorFinding.problem("settings", problem, null)));
        }
        if (!environment.getOrDefault(Clocks.VARIABLE, "").isBlank()) {
            findings.add(DoctorFinding.warning(
                    "clock",
                    Clocks.VARIABLE + " is set, so the bot lives at " + clock.instant() + ".",
                    "Take it out of the environment of a bot that people talk with."));
        }
        findings.addAll(MachineCheck.here(environment, StorageSettings.folder(environment.get(StorageSettings.DATA)))
                .findings());
        try {
            findings.addAll(new StorageCheck(shell.storage(), clock).findings());
            findings.addAll(new ContentCheck(shell.content(), shell.storage(), clock, shell.err()::println).findings());
        } catch (SettingProblem toldAbove) {
            findings.add(DoctorFinding.problem(
                    "settings",
                    "Because of that, not everything could be looked at.",
                    "Mend the settings, then look again."));
        }
        return findings;
    }
}
