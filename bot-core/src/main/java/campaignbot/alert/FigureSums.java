package campaignbot.alert;

import campaignbot.alert.AlertFigures.Figures;
import campaignbot.alert.Recipients.Figure;
import campaignbot.alert.Recipients.State;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Adds the numbers of a report up. */
final class FigureSums {

    private static final String FAILED = State.FAILED.word();
    private static final String WITHHELD = State.WITHHELD.word();
    private static final String NO_REASON = "unknown";

    private final Map<String, Long> totals = new HashMap<>();
    private final Map<String, Long> failed = new HashMap<>();
    private final Map<String, Long> outcomes = new HashMap<>();
    private final Map<String, Long> byState = new HashMap<>();
    private final Map<LocalDate, Long> byDay = new HashMap<>();

    void add(Figure figure) {
        int slash = figure.what().indexOf('/');
        String what = slash < 0 ? figure.what() : figure.what().substring(0, slash);
        String rest = slash < 0 ? "" : figure.what().substring(slash + 1);
        totals.merge(what, figure.number(), Long::sum);
        if (what.equals(FAILED)) {
            failed.merge(rest.isEmpty() ? NO_REASON : rest, figure.number(), Long::sum);
        } else if (figure.what().startsWith(Figure.TOLD)) {
            outcomes.merge(rest, figure.number(), Long::sum);
        } else if (what.equals(State.SENT.word())) {
            byState.merge(figure.home().isEmpty() ? AudienceCount.NO_STATE : figure.home(), figure.number(), Long::sum);
            if (!figure.day().isEmpty()) {
                byDay.merge(LocalDate.parse(figure.day()), figure.number(), Long::sum);
            }
        }
    }

    Figures figures() {
        return new Figures(
                total(State.WAITING.word()),
                total(State.SENT.word()),
                failed,
                total(WITHHELD),
                total(State.EXPIRED.word()),
                total(State.UNKNOWN.word()),
                // Neither Telegram nor Slack tells a bot that a message arrived.
                OptionalLong.empty(),
                total(Figure.STARTED),
                outcomes,
                total(Figure.OPTED_OUT),
                byState,
                byDay);
    }

    private long total(String what) {
        return totals.getOrDefault(what, 0L);
    }
}
