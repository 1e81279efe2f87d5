package org.campaignbot.web.console;

import org.campaignbot.outcomes.Tally;

/** Says what a figure of a report counts, in words; what a campaign counts beyond the usual is called as it calls it. */
final class CountedWords {

    private CountedWords() {}

    /**
     * As {@code Calls, left a voicemail}.
     *
     * @param action what was done, perhaps {@linkplain Tally.Deed#isOnWeb on the web}
     * @param outcome how it went; empty for all of the action
     */
    static String of(String action, String outcome, ConsoleVisit visit) {
        Tally.Deed deed = new Tally.Deed(action, "");
        String words = words(deed.plainAction(), outcome, visit);
        return deed.isOnWeb() ? visit.say("report.on-web", words) : words;
    }

    private static String words(String action, String outcome, ConsoleVisit visit) {
        String key = "counted." + action + (outcome.isEmpty() ? "" : "." + outcome);
        if (visit.knows(key)) {
            return visit.say(key);
        }
        return outcome.isEmpty() ? action : words(action, "", visit) + ": " + outcome;
    }
}
