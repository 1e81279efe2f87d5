package campaignbot.alert;

import java.util.List;
import java.util.Optional;

/** Keeps alerts with the trail of what was done to them; a line of the trail is never changed or taken out. */
public interface Alerts {

    /** An alert by its id. */
    Optional<Alert> find(String id);

    /** All alerts, the latest first. */
    List<Alert> all();

    /** The alerts that have not come to their end, the earliest first. */
    List<Alert> open();

    /**
     * Keeps an alert as it is now under the next version, with the line that tells what was done, in one transaction.
     *
     * @return false where nothing was kept, because it changed meanwhile
     */
    boolean save(Alert alert, AlertEntry entry);

    /** What was done to an alert, the earliest first. */
    List<AlertEntry> trail(String id);
}
