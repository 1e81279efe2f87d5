package org.campaignbot.app;

import java.util.concurrent.Callable;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.serve.Rehearsal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads what a chat or a server needs and prints nothing: the launcher records this run's classes for a faster start. */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Loads what a chat or a server needs, for the launcher's class archives.")
final class RehearseCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "serve", description = "Rehearse the server in place of a chat.")
    private @Nullable String what;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        if ("serve".equals(what)) {
            Rehearsal.run(shell);
            return 0;
        }
        Bot.run(shell, "directory", "lookup", "10001", "--json");
        Bot.run(shell, "ask", "--json", "what is this");
        return Bot.run(shell, "chat", "--seed", "1");
    }
}
