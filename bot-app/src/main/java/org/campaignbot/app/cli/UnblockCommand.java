package org.campaignbot.app.cli;

import java.util.concurrent.Callable;
import org.campaignbot.app.config.Shell;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a person's block and all mutes. */
@Command(
        name = "unblock",
        mixinStandardHelpOptions = true,
        description =
                "Lifts a block and all mutes of somebody, by the mark that ./bot block lists or by platform and id.")
public final class UnblockCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "MARK|PLATFORM", description = "The mark, or telegram.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String markOrPlatform;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The person's number on that platform.")
    private @Nullable String id;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (CommandContext commandContext = CommandContext.open(Shell.of(spec))) {
            String mark = id == null
                    ? markOrPlatform
                    : BlockCommand.mark(commandContext.database(), BlockCommand.person(markOrPlatform, id));
            if (!commandContext.database().blocks().lift(mark)) {
                spec.commandLine()
                        .getErr()
                        .println("Nobody is blocked by that. ./bot block lists the marks of who is.");
                return 1;
            }
            spec.commandLine().getOut().println("Lifted: the bot answers them again.");
            return 0;
        }
    }
}
