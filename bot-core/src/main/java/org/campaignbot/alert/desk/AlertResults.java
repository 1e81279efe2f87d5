package org.campaignbot.alert.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.alert.audience.SmallCells;
import org.campaignbot.alert.sending.AlertFigures.Figures;
import org.campaignbot.outcomes.CsvLine;
import org.campaignbot.outcomes.Figure;

/** The figures of an alert as they leave the bot, by name: what people did is rounded down to tens, and small groups are hidden. */
public final class AlertResults {

    /** What takes the place of a count of deliveries; neither platform reports one. */
    public static final String DELIVERED = "not told by the platform";

    private AlertResults() {}

    /** The figures by name; a value is a number, a text, or a map by part. */
    public static Map<String, Object> shown(Figures figures) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sent", figures.sent());
        row.put("delivered", DELIVERED);
        row.put("started", Figure.text(figures.started()));
        Map<String, String> completed = new TreeMap<>();
        figures.outcomes().forEach((outcome, number) -> {
            if (number > 0) {
                completed.put(outcome, Figure.text(number));
            }
        });
        row.put("completed_self_reported", completed);
        row.put("opt_outs", Figure.text(figures.optOuts()));
        row.put("waiting", figures.waiting());
        row.put("failed", new TreeMap<>(figures.failed()));
        row.put("expired", figures.expired());
        row.put("unknown", figures.unknown());
        row.put("left_out", figures.leftOut());
        row.put("by_state", SmallCells.shown(figures.byState()));
        Map<String, Long> days = new TreeMap<>();
        figures.byDay().forEach((day, number) -> days.put(day.toString(), number));
        row.put("by_day", SmallCells.shown(days));
        return row;
    }

    /** Comma-separated rows: what is counted, by what, and the count as it may be shown. */
    public static List<String> csv(Map<String, ?> shown) {
        List<String> lines = new ArrayList<>(List.of("count,part,number"));
        shown.forEach((name, value) -> {
            if (value instanceof Map<?, ?> parts) {
                parts.forEach((part, number) -> lines.add(CsvLine.of(name, part, number)));
            } else {
                lines.add(CsvLine.of(name, "", value));
            }
        });
        return lines;
    }
}
