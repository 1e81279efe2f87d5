package org.campaignbot.web.console;

import java.util.Map;
import org.campaignbot.alert.Alert;
import org.campaignbot.people.Language;

/**
 * An alert in a list.
 *
 * @param path its page
 * @param title the action that it asks for
 * @param words how its text begins, as it was written
 * @param stage the word for its stage
 * @param stageName what has become of it, in words
 * @param audience who it's for, in words
 * @param needs what a draft needs before it can be submitted; empty if that's nothing
 * @param by who wrote it
 * @param when when it ended, begins or was drafted, in words
 */
public record AlertLine(
        String id,
        String path,
        String title,
        String words,
        String stage,
        String stageName,
        String audience,
        String needs,
        String by,
        String when) {

    private static final int LONGEST = 120;
    private static final int LONGEST_AUDIENCE = 60;

    static AlertLine of(Alert alert, ConsoleVisit visit) {
        Map<Language, String> said = alert.draft().words();
        String words = said.getOrDefault(
                visit.language(), said.values().stream().findFirst().orElse(""));
        String line = words.replaceAll("[*_`\\s]+", " ").strip();
        return new AlertLine(
                alert.id(),
                "/console/alerts/" + alert.id(),
                visit.host().composing().title(alert.draft().action(), visit.language()),
                shortened(line, LONGEST),
                alert.stage().word(),
                AlertPage.stage(visit, alert),
                shortened(DraftNeeds.audience(alert.draft(), visit), LONGEST_AUDIENCE),
                DraftNeeds.of(alert, visit),
                visit.nameOf(alert.author()),
                when(alert, visit));
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
