package campaignbot.app.serve;

import campaignbot.platform.Operator;
import campaignbot.platform.Trouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells on the console what only a person can mend, and when it is over. */
final class ConsoleOperator implements Operator {

    private final Set<Trouble> present = ConcurrentHashMap.newKeySet();
    private final Console console;

    ConsoleOperator(Console console) {
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
