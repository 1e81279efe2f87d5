package org.campaignbot.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.platform.Operator;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.slack.SlackHost;
import org.campaignbot.slack.SlackHost.Many;
import org.campaignbot.slack.blocks.SlackWords.InstallWords;
import org.campaignbot.slack.home.HomeView;
import org.campaignbot.slack.receive.CommandForm;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.workspace.WorkspaceEvents;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.workspace.InstallStates;
import org.campaignbot.workspace.Installations;
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
                    Clocks.VARIABLE + " is set, so the bot's clock says " + clock.instant() + ".",
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
                    "Fix the settings, then run this again."));
        }
        return findings;
    }

    /** Checks the bot's setup on Telegram, and compares this machine's clock with Telegram's. */
    static final class TelegramCheck {

        /** More than the seconds lost to the round trip and to rounding in the header. */
        private static final Duration TOLERATED = Duration.ofSeconds(10);

        private final TelegramSettings settings;
        private final InstantSource clock;

        TelegramCheck(TelegramSettings settings, InstantSource clock) {
            this.settings = settings;
            this.clock = clock;
        }

        List<DoctorFinding> findings() {
            // The checks already cover what the bot would report.
            Operator nobody = trouble -> {};
            List<DoctorFinding> findings = new ArrayList<>();
            try (TelegramBot telegram = new TelegramBot(settings, Map.of(), key -> Optional.empty(), nobody)) {
                telegram.checks(clock.instant()).forEach(check -> findings.add(DoctorFinding.of(check)));
                // Use the machine's own clock, even if the bot runs on a shifted one.
                telegram.serverTime()
                        .ifPresent(time ->
                                findings.add(skew(time, InstantSource.system().instant())));
            }
            return findings;
        }

        private static DoctorFinding skew(Instant theirs, Instant ours) {
            Duration skew = Duration.between(theirs, ours);
            return skew.abs().compareTo(TOLERATED) <= 0
                    ? DoctorFinding.ok("clock", "This machine's clock agrees with Telegram's.")
                    : DoctorFinding.warning(
                            "clock",
                            "This machine's clock is " + skew.abs().toSeconds() + " seconds "
                                    + (skew.isNegative() ? "behind" : "ahead of") + " Telegram's.",
                            "Let it be set by the network (NTP): terms, reminders and quiet hours go by it.");
        }
    }

    /** Checks the bot's setup on Slack. */
    static final class SlackCheck {

        /** A check installs nothing. */
        private static final Many NOBODY = new Many(
                Installations.NONE,
                new InstallStates() {
                    @Override
                    public String sign(String text) {
                        throw new IllegalStateException("this check can't start an installation");
                    }

                    @Override
                    public boolean useUp(String state, Instant until) {
                        return false;
                    }
                },
                new InstallWords("", "", ""));

        private final SlackSettings settings;
        private final InstantSource clock;

        SlackCheck(SlackSettings settings, InstantSource clock) {
            this.settings = settings;
            this.clock = clock;
        }

        List<DoctorFinding> findings() {
            // The checks already cover what the bot would report.
            SlackHost host = new SlackHost(
                    Map.of(),
                    key -> Optional.empty(),
                    HomeView.NONE,
                    CommandForm.NONE,
                    trouble -> {},
                    WorkspaceEvents.IGNORED,
                    clock,
                    settings.install() == null ? null : NOBODY);
            List<DoctorFinding> findings = new ArrayList<>();
            if (settings.install() != null) {
                findings.add(DoctorFinding.ok(
                        "slack",
                        "Every workspace may install the bot, at "
                                + settings.install().page() + "; each brings a token of its own."));
            }
            try (SlackBot slack = new SlackBot(settings, host)) {
                slack.checks(clock.instant()).forEach(check -> findings.add(DoctorFinding.of(check)));
            }
            return findings;
        }
    }

    /** Checks the account that the bot runs under, and what crashes left behind. */
    static final class MachineCheck {

        /** Files that Docker and Podman put into each container. */
        private static final List<Path> MARKS = List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));

        private final String account;
        private final boolean inContainer;
        private final Path data;

        /**
         * Creates the check of a machine.
         *
         * @param account the name of the account that runs the check; it should be the one that runs the server
         * @param data the folder for the bot's data
         */
        MachineCheck(String account, boolean inContainer, Path data) {
            this.account = account;
            this.inContainer = inContainer;
            this.data = data;
        }

        /** Creates the check of this machine and account. */
        static MachineCheck here(Map<String, String> environment, Path data) {
            boolean inContainer =
                    environment.containsKey("container") || MARKS.stream().anyMatch(Files::exists);
            return new MachineCheck(System.getProperty("user.name", ""), inContainer, data);
        }

        List<DoctorFinding> findings() {
            List<DoctorFinding> findings = new ArrayList<>();
            boolean root = account.equals("root");
            findings.add(
                    root && !inContainer
                            ? DoctorFinding.warning(
                                    "account",
                                    "This is root. A bot that serves as root may do anything to this machine.",
                                    "Run it under an account of its own: docs/operations.md, Install")
                            : DoctorFinding.ok(
                                    "account", root ? "It is root, but only inside a container." : "It is not root."));
            long crashes = crashes();
            if (crashes > 0) {
                findings.add(DoctorFinding.warning(
                        "crashes",
                        "Crash reports of Java in " + data + ": " + crashes
                                + ". Each may hold fragments of what people said.",
                        "Read what failed at the top of crash-*.log, then delete them."));
            }
            return findings;
        }

        private long crashes() {
            if (!Files.isDirectory(data)) {
                return 0;
            }
            try (DirectoryStream<Path> reports = Files.newDirectoryStream(data, "crash-*.log")) {
                long count = 0;
                for (Path ignored : reports) {
                    count++;
                }
                return count;
            } catch (IOException unreadable) {
                // An unreadable folder is a finding about the folder, not about crashes.
                return 0;
            }
        }
    }
}
