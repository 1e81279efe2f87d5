package org.campaignbot.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.campaignbot.app.cli.AlertCommand;
import org.campaignbot.app.cli.AskCommand;
import org.campaignbot.app.cli.BackupCommand;
import org.campaignbot.app.cli.BlockCommand;
import org.campaignbot.app.cli.ChatCommand;
import org.campaignbot.app.cli.ChatsCommand;
import org.campaignbot.app.cli.CheckCommand;
import org.campaignbot.app.cli.ClaimCommand;
import org.campaignbot.app.cli.CrmCommand;
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
import org.campaignbot.app.cli.TokenCommand;
import org.campaignbot.app.cli.UnblockCommand;
import org.campaignbot.app.cli.WebhookCommand;
import org.campaignbot.app.config.ErrorText;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.serve.ServeCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The bot's command line. */
@Command(
        name = "bot",
        mixinStandardHelpOptions = true,
        version = "campaign bot 0.1.0",
        description = "A campaign's chatbot: learn about a bill, find your lawmakers, act.")
public final class Bot implements Runnable, Shell.Typed {

    /** The commands in the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "serve",
            "chat",
            "play",
            "lines",
            "check",
            "ask",
            "chats",
            "settings",
            "doctor",
            "alert",
            "report",
            "claim",
            "organizers",
            "token",
            "crm",
            "block",
            "unblock",
            "backup",
            "restore",
            "key",
            "webhook",
            "slack",
            "directory",
            "new",
            "rehearse");

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
        // There's nothing to parse without options, and picocli takes a tenth of a chat's start.
        Callable<Integer> plain = arguments.length == 1 ? plain(shell, arguments[0]) : null;
        int code = plain == null ? parsed(shell, arguments) : run(shell, plain);
        shell.out().flush();
        return code;
    }

    private static @Nullable Callable<Integer> plain(Shell shell, String command) {
        return switch (command) {
            case "serve" -> () -> ServeCommand.serve(shell);
            case "chat" -> () -> ChatCommand.chat(shell);
            default -> null;
        };
    }

    private static int run(Shell shell, Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception failure) {
            shell.err().println(ErrorText.about(failure));
            return code(failure);
        }
    }

    private static int code(Exception failure) {
        return failure instanceof SettingProblem ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static int parsed(Shell shell, String... arguments) {
        CommandLine command = new CommandLine(new Bot(shell));
        // Reading the annotations of them all takes a tenth of a chat's start, so a command that is named comes alone.
        boolean isNamed = arguments.length > 0 && COMMANDS.contains(arguments[0]);
        for (String name : isNamed ? List.of(arguments[0]) : COMMANDS) {
            add(name, command);
        }
        return command.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, failed, parsed) -> {
                    failed.getErr().println(ErrorText.about(failure));
                    return code(failure);
                })
                .execute(arguments);
    }

    private static void add(String name, CommandLine bot) {
        CommandLine command = new CommandLine(type(name));
        if (name.equals("directory")) {
            // A position south of the equator starts with a minus sign and isn't an option.
            Objects.requireNonNull(command.getSubcommands().get("lookup")).setUnmatchedOptionsArePositionalParams(true);
        } else if (name.equals("unblock")) {
            // A mark can start with one too.
            command.setUnmatchedOptionsArePositionalParams(true);
        }
        bot.addSubcommand(name, command);
    }

    private static Class<?> type(String name) {
        return switch (name) {
            case "serve" -> ServeCommand.class;
            case "chat" -> ChatCommand.class;
            case "play" -> PlayCommand.class;
            case "lines" -> LinesCommand.class;
            case "check" -> CheckCommand.class;
            case "ask" -> AskCommand.class;
            case "chats" -> ChatsCommand.class;
            case "settings" -> SettingsCommand.class;
            case "doctor" -> DoctorCommand.class;
            case "alert" -> AlertCommand.class;
            case "report" -> ReportCommand.class;
            case "claim" -> ClaimCommand.class;
            case "organizers" -> OrganizersCommand.class;
            case "token" -> TokenCommand.class;
            case "crm" -> CrmCommand.class;
            case "block" -> BlockCommand.class;
            case "unblock" -> UnblockCommand.class;
            case "backup" -> BackupCommand.class;
            case "restore" -> RestoreCommand.class;
            case "key" -> KeyCommand.class;
            case "webhook" -> WebhookCommand.class;
            case "slack" -> SlackCommand.class;
            case "directory" -> DirectoryCommand.class;
            case "new" -> NewCommand.class;
            case "rehearse" -> RehearseCommand.class;
            default -> throw new IllegalArgumentException(name);
        };
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
