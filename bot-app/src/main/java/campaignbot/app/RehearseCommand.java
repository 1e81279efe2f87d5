package campaignbot.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what a chat needs and says nothing: the launcher records the classes of this run for a faster start. */
@Command(name = "rehearse", hidden = true, description = "Loads what a chat needs, for the launcher's class archive.")
final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Bot.run("directory", "lookup", "10001", "--json");
        Bot.run("ask", "--json", "what is this");
        return Bot.run("chat", "--seed", "1");
    }
}
