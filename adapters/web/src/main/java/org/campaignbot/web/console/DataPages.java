package org.campaignbot.web.console;

import java.util.List;
import org.campaignbot.directory.States;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.WebReply;

/** The pages under "People and data". */
final class DataPages {

    private static final int LONGEST_WORD = 20;

    private static final List<String> TOLD = List.of(
            "roles.told.renamed",
            "roles.told.removed",
            "tables.told.corrected",
            "tables.told.ended",
            "tables.told.hidden",
            "tables.told.gone",
            "tables.told.again",
            "tables.told.dismissed",
            "tables.told.names-used",
            "tables.told.names-gone",
            "tables.told.names-soon",
            "tables.told.names-failed",
            "settings.told.saved",
            "settings.told.same",
            "settings.told.back");

    private final PeoplePage people;

    DataPages(ConsoleHost host) {
        this.people = new PeoplePage(host);
    }

    WebReply show(ConsoleVisit visit, ConsoleRoute route) {
        return switch (route) {
            case TABLES -> TablesPage.show(visit);
            case CORRECT -> CorrectPage.show(visit);
            case SETTINGS -> SettingsPage.show(visit);
            case SETTING -> RecordPage.show(visit);
            case AUDIT -> AuditPage.show(visit);
            case HEALTH -> HealthPage.show(visit);
            default -> people.show(visit);
        };
    }

    WebReply take(ConsoleVisit visit, ConsoleRoute route, FormFields fields) {
        return switch (route) {
            case TABLES -> TablesPage.take(visit, fields);
            case CORRECT -> CorrectPage.take(visit, fields);
            case SETTING -> RecordPage.take(visit, fields);
            default -> people.take(visit, fields);
        };
    }

    /** What the address says was just done, in words; empty if it names nothing that we say. */
    static String told(ConsoleVisit visit, String prefix) {
        String told = visit.query("told");
        return told.length() <= LONGEST_WORD && TOLD.contains(prefix + "." + told)
                ? visit.say(prefix + "." + told)
                : "";
    }

    /** A figure in words. */
    static String shown(ConsoleVisit visit, Figure figure) {
        return figure.isFew() ? visit.say("few") : ConsoleVisit.number(figure.tens());
    }

    /** A state's name, or its code if it has none. */
    static String state(String code) {
        return States.name(code).orElse(code);
    }
}
