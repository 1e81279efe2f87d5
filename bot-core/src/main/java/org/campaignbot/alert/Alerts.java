package org.campaignbot.alert;

import java.util.List;
import java.util.Optional;

/** Stores alerts and their trails; a line of a trail is never changed or removed. */
public interface Alerts {

    /** An alert by its id. */
    Optional<Alert> find(String id);

    /** All alerts, the latest first. */
    List<Alert> all();

    /** The alerts that haven't ended, the earliest first. */
    List<Alert> open();

    /**
     * Saves an alert under the next version and adds a line to its trail, in one transaction.
     *
     * @return false if nothing was saved because the alert changed meanwhile
     */
    boolean save(Alert alert, AlertEntry entry);

    /** What was done to an alert, the earliest first. */
    List<AlertEntry> trail(String id);
}
