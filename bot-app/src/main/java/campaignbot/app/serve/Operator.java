package campaignbot.app.serve;

import campaignbot.telegram.TelegramOperator;
import campaignbot.telegram.Trouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whoever runs the bot what only a person can mend, and when it is over. */
final class Operator implements TelegramOperator {

    private final Set<Trouble> present = ConcurrentHashMap.newKeySet();
    private final Console console;

    Operator(Console console) {
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
