package campaignbot.app;

import campaignbot.app.serve.Rehearsal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads what a chat or a server needs and says nothing: the launcher records the classes of this run for a faster start. */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Loads what a chat or a server needs, for the launcher's class archives.")
final class RehearseCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "serve", description = "Rehearse the server in place of a chat.")
    private @Nullable String what;

    @Override
    public Integer call() throws Exception {
        if ("serve".equals(what)) {
            Rehearsal.run();
            return 0;
        }
        Bot.run("directory", "lookup", "10001", "--json");
        Bot.run("ask", "--json", "what is this");
        return Bot.run("chat", "--seed", "1");
    }
}
