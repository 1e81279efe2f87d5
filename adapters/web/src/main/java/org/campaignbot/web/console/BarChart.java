package org.campaignbot.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignbot.outcomes.Figure;

/**
 * A bar chart of figures, each with its name and the figure itself in words; what is "few" has no bar.
 *
 * @param height of the whole, in units of which it is {@link #WIDTH} wide
 */
public record BarChart(List<Bar> bars, int height) {

    /** How wide it is; a phone's page has about as many pixels. */
    public static final int WIDTH = 360;

    private static final int ROW = 46;

    /** Room for the figure beside the longest bar. */
    private static final int BESIDE = 70;

    private static final int LONGEST_NAME = 46;

    /**
     * A bar.
     *
     * @param y where its row begins
     */
    public record Bar(String name, String figure, int width, int y) {}

    /** A chart of figures by their names, in order. */
    static BarChart of(List<Map.Entry<String, Figure>> figures, ConsoleVisit visit) {
        long most =
                figures.stream().mapToLong(each -> each.getValue().tens()).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (Map.Entry<String, Figure> each : figures) {
            String name = each.getKey();
            bars.add(new Bar(
                    name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…",
                    visit.figure(each.getValue()),
                    most == 0 ? 0 : (int) (each.getValue().tens() * (WIDTH - BESIDE) / most),
                    bars.size() * ROW));
        }
        return new BarChart(bars, bars.size() * ROW);
    }
}
