package org.campaignbot.web.console;

import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.outcomes.Period;
import org.campaignbot.outcomes.Tally;

/** Adds up what people reported, by the state of the lawmaker; what was reported on the web isn't among it, as in every report. */
final class StateTotals {

    private StateTotals() {}

    /** True counts by postal code, to be shown as figures only. */
    static Map<String, Long> of(Tally tally, Period period) {
        Map<String, Long> counts = new TreeMap<>();
        for (Tally.SeatTotal each : tally.bySeat(period)) {
            Tally.Deed deed = new Tally.Deed(each.action(), each.seat());
            if (deed.topic().isEmpty() && !deed.isOnWeb() && !each.state().isEmpty()) {
                counts.merge(each.state(), each.count(), Long::sum);
            }
        }
        return counts;
    }
}
