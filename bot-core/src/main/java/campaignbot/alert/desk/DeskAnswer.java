package campaignbot.alert.desk;

import campaignbot.alert.Alert;
import campaignbot.alert.AlertRefusal;
import campaignbot.alert.check.Finding;
import java.util.List;

/** What the desk says to an organizer. */
public sealed interface DeskAnswer {

    /** It is done: the alert as it is kept now, with what its last check warned of. */
    record Done(Alert alert, List<Finding> findings) implements DeskAnswer {
        public Done {
            findings = List.copyOf(findings);
        }
    }

    /** It is not, and nothing was changed. */
    record Refused(AlertRefusal why) implements DeskAnswer {}

    /** It is not, because the check found errors; the alert is a draft again. */
    record Found(Alert alert, List<Finding> findings) implements DeskAnswer {
        public Found {
            findings = List.copyOf(findings);
        }
    }
}
