package org.campaignbot.web.console;

import java.util.List;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.check.Finding;

/** Says in a few words what a draft needs before it can be submitted, and shows what can't be read in it as it was typed. */
final class DraftNeeds {

    private DraftNeeds() {}

    /** Such as "Needs a Spanish message and an end time."; empty if nothing is missing, or if it's no draft. */
    static String of(Alert alert, ConsoleVisit visit) {
        if (alert.stage() != Alert.Stage.DRAFT) {
            return "";
        }
        List<String> needs = visit.host().desk().written(alert).stream()
                .filter(each -> each.severity() == Finding.Severity.ERROR)
                .map(each -> visit.say("needs." + key(each, visit)))
                .distinct()
                .toList();
        if (needs.isEmpty()) {
            return "";
        }
        int last = needs.size() - 1;
        return visit.say(
                "needs",
                last == 0
                        ? needs.get(0)
                        : visit.say("needs.and", String.join(", ", needs.subList(0, last)), needs.get(last)));
    }

    private static String key(Finding finding, ConsoleVisit visit) {
        String key = switch (finding.kind()) {
            case UNREADABLE -> finding.where();
            case PAST_EXPIRY, EXPIRES_BEFORE_START -> "later";
            case LANGUAGE_MISSING -> "words." + finding.where();
            case ACTION_UNKNOWN, ACTION_CLOSED -> "action";
            case TOPIC_UNKNOWN -> "topic";
            default -> "fix." + finding.where();
        };
        return visit.knows("needs." + key) ? key : "fix";
    }

    /** Who a draft is for, in words; if that can't be read, what was typed. */
    static String audience(Draft draft, ConsoleVisit visit) {
        String typed = draft.unread().get(Draft.AUDIENCE);
        return typed == null ? visit.host().desk().phrase(draft.audience(), visit.language()) : unread(typed, visit);
    }

    /** What was typed for something that can't be read. */
    static String unread(String typed, ConsoleVisit visit) {
        return typed.isEmpty() ? visit.say("unread.empty") : visit.say("unread", typed);
    }
}
