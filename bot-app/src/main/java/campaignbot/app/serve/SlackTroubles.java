package campaignbot.app.serve;

import campaignbot.slack.SlackOperator;
import campaignbot.slack.Trouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whoever runs the bot what only a person can mend on Slack, and when it is over. */
final class SlackTroubles implements SlackOperator {

    private final Set<Trouble> present = ConcurrentHashMap.newKeySet();
    private final Console console;

    SlackTroubles(Console console) {
        this.console = console;
    }

    @Override
    public void trouble(Trouble trouble) {
        present.add(trouble);
        console.trouble(trouble.finding() + " " + trouble.mend());
    }

    @Override
    public void mended(Trouble trouble) {
        present.remove(trouble);
        console.note("This is over: " + trouble.finding());
    }

    /** Whether something is wrong now. */
    boolean knows(Trouble trouble) {
        return present.contains(trouble);
    }
}
