package org.campaignbot.web.console;

import java.util.Map;
import java.util.Optional;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.Draft;
import org.campaignbot.people.Language;

/**
 * An alert in a list.
 *
 * @param path its page
 * @param title how its words begin, or the action that it asks for where there are none yet
 * @param action the action that it asks for
 * @param stage the word for its stage
 * @param stageName what has become of it, in words
 * @param audience who it's for, in words
 * @param needs what a draft needs before it can be submitted; empty if that's nothing
 * @param returned who gave it back, or an empty text
 * @param reason why they did, in one line
 * @param by who wrote it
 * @param when when it ended, begins or was drafted, in words
 */
public record AlertLine(
        String id,
        String path,
        String title,
        String action,
        String stage,
        String stageName,
        String audience,
        String needs,
        String returned,
        String reason,
        String by,
        String when) {

    private static final int LONGEST = 80;
    private static final int LONGEST_AUDIENCE = 60;

    static AlertLine of(Alert alert, ConsoleVisit visit) {
        Optional<AlertEntry> returned = visit.host().desk().returned(alert);
        return new AlertLine(
                alert.id(),
                "/console/alerts/" + alert.id(),
                beginning(alert.draft(), visit),
                visit.host().composing().title(alert.draft().action(), visit.language()),
                alert.stage().word(),
                stage(visit, alert),
                shortened(DraftNeeds.audience(alert.draft(), visit), LONGEST_AUDIENCE),
                DraftNeeds.of(alert, visit),
                returned.map(AlertEntry::by).orElse(""),
                returned.map(each -> shortened(oneLine(each.about()), LONGEST)).orElse(""),
                visit.nameOf(alert.author()),
                when(alert, visit));
    }

    /** What has become of it, in words. One that is stopped before it began was thrown away. */
    static String stage(ConsoleVisit visit, Alert alert) {
        boolean isDropped = alert.stage() == Alert.Stage.STOPPED && alert.began() == null;
        return visit.say(isDropped ? "stage.dropped" : "stage." + alert.stage().word());
    }

    /** How an alert's words begin, in the reader's language if it has them; what it asks for where there are none yet. */
    static String beginning(Draft draft, ConsoleVisit visit) {
        Map<Language, String> said = draft.words();
        String words = said.getOrDefault(
                visit.language(), said.values().stream().findFirst().orElse(""));
        String line = oneLine(words.strip().replaceAll("(?s)\\R.*", "").replaceAll("[*_`]+", ""));
        return line.isEmpty()
                ? visit.host().composing().title(draft.action(), visit.language())
                : shortened(line, LONGEST);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A line that isn't too long, cut behind a word. */
    private static String shortened(String line, int longest) {
        if (line.length() <= longest) {
            return line;
        }
        int space = line.lastIndexOf(' ', longest);
        int cut = space > 0 ? space : Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
        return line.substring(0, cut) + " …";
    }

    private static String when(Alert alert, ConsoleVisit visit) {
        if (alert.ended() != null) {
            return visit.say("when.ended", visit.time(alert.ended()));
        } else if (alert.began() != null) {
            return visit.say("when.began", visit.time(alert.began()));
        } else if (alert.stage() == Alert.Stage.SCHEDULED && alert.draft().at() != null) {
            return visit.say("when.starts", visit.time(alert.draft().at()));
        }
        return visit.say("when.drafted", visit.time(alert.created()));
    }
}
