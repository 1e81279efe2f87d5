package org.campaignbot.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.campaignbot.app.cli.AlertCommand;
import org.campaignbot.app.cli.AskCommand;
import org.campaignbot.app.cli.BackupCommand;
import org.campaignbot.app.cli.BlockCommand;
import org.campaignbot.app.cli.ChatCommand;
import org.campaignbot.app.cli.ChatsCommand;
import org.campaignbot.app.cli.CheckCommand;
import org.campaignbot.app.cli.ClaimCommand;
import org.campaignbot.app.cli.DirectoryCommand;
import org.campaignbot.app.cli.DoctorCommand;
import org.campaignbot.app.cli.KeyCommand;
import org.campaignbot.app.cli.LinesCommand;
import org.campaignbot.app.cli.NewCommand;
import org.campaignbot.app.cli.OrganizersCommand;
import org.campaignbot.app.cli.PlayCommand;
import org.campaignbot.app.cli.ReportCommand;
import org.campaignbot.app.cli.RestoreCommand;
import org.campaignbot.app.cli.SettingsCommand;
import org.campaignbot.app.cli.SlackCommand;
import org.campaignbot.app.cli.UnblockCommand;
import org.campaignbot.app.cli.WebhookCommand;
import org.campaignbot.app.config.ErrorText;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.serve.ServeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The bot's command line. */
@Command(
        name = "bot",
        mixinStandardHelpOptions = true,
        version = "campaign bot 0.1.0",
        description = "A campaign's chatbot: learn about a bill, find your lawmakers, act.",
        subcommands = {
            ServeCommand.class,
            ChatCommand.class,
            PlayCommand.class,
            LinesCommand.class,
            CheckCommand.class,
            AskCommand.class,
            ChatsCommand.class,
            SettingsCommand.class,
            DoctorCommand.class,
            AlertCommand.class,
            ReportCommand.class,
            ClaimCommand.class,
            OrganizersCommand.class,
            BlockCommand.class,
            UnblockCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            KeyCommand.class,
            WebhookCommand.class,
            SlackCommand.class,
            DirectoryCommand.class,
            NewCommand.class,
            RehearseCommand.class
        })
public final class Bot implements Runnable, Shell.Typed {

    private final Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Bot(Shell shell) {
        this.shell = shell;
    }

    /** Runs a command and exits with its code: 0 done, 1 a problem with the content, 2 a problem with the arguments. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.config.class", QuietLibraries.class.getName());
        System.exit(run(Shell.ofProcess(), arguments));
    }

    /** Runs a command with a shell's variables and streams, and returns its exit code. */
    static int run(Shell shell, String... arguments) {
        CommandLine command = new CommandLine(new Bot(shell));
        // A position south of the equator starts with a minus sign and isn't an option.
        CommandLine directory = Objects.requireNonNull(command.getSubcommands().get("directory"));
        Objects.requireNonNull(directory.getSubcommands().get("lookup")).setUnmatchedOptionsArePositionalParams(true);
        // A mark can start with one too.
        Objects.requireNonNull(command.getSubcommands().get("unblock")).setUnmatchedOptionsArePositionalParams(true);
        int code = command.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, failed, parsed) -> {
                    failed.getErr().println(ErrorText.about(failure));
                    return failure instanceof SettingProblem
                            ? CommandLine.ExitCode.USAGE
                            : CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
        shell.out().flush();
        return code;
    }

    @Override
    public Shell shell() {
        return shell;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /**
     * Configures the JDK's logging so that libraries log nothing: the commands themselves report errors, in words.
     *
     * <p>The JDK creates an instance when something is first logged, so a command that logs nothing pays nothing.
     */
    public static final class QuietLibraries {

        /** Leaves the root logger without a handler. */
        public QuietLibraries() {
            // The JDK's own configuration would write to standard error; without a handler nothing is written.
        }
    }
}
