package org.campaignbot.alert.desk;

import java.util.List;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.check.Finding;

/** The desk's answer to an organizer. */
public sealed interface DeskAnswer {

    /** Done: the alert as saved, with the warnings of its last check. */
    record Done(Alert alert, List<Finding> findings) implements DeskAnswer {
        public Done {
            findings = List.copyOf(findings);
        }
    }

    /** Refused; nothing was changed. */
    record Refused(AlertRefusal why) implements DeskAnswer {}

    /** Refused because the check found errors; the alert is a draft again. */
    record Found(Alert alert, List<Finding> findings) implements DeskAnswer {
        public Found {
            findings = List.copyOf(findings);
        }
    }
}
