package campaignbot.telegram;

import java.util.EnumSet;
import java.util.Set;

/** Remembers what the operator was told, so that each trouble is told once. */
final class Troubles {

    private final TelegramOperator operator;
    private final Set<Trouble> told = EnumSet.noneOf(Trouble.class);
    private volatile boolean any;

    Troubles(TelegramOperator operator) {
        this.operator = operator;
    }

    void met(Trouble trouble) {
        synchronized (told) {
            if (!told.add(trouble)) {
                return;
            }
            any = true;
        }
        operator.trouble(trouble);
    }

    void over(Trouble trouble) {
        if (!any) {
            return;
        }
        synchronized (told) {
            if (!told.remove(trouble)) {
                return;
            }
            any = !told.isEmpty();
        }
        operator.mended(trouble);
    }
}
