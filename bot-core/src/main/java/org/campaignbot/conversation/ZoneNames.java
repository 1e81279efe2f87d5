package org.campaignbot.conversation;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Map;
import org.campaignbot.people.Language;

/** Time zone names for readers. */
public final class ZoneNames {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");

    /**
     * The Spanish names that people in the United States use, by English name. Java's Spanish is that of other countries ("hora
     * oriental"), and it has the same name for several zones.
     */
    private static final Map<String, String> SPANISH = Map.of(
            "Eastern Time", "hora del Este",
            "Central Time", "hora del Centro",
            "Mountain Time", "hora de la Montaña",
            "Pacific Time", "hora del Pacífico",
            "Alaska Time", "hora de Alaska",
            "Hawaii-Aleutian Time", "hora de Hawái-Aleutianas",
            "Atlantic Time", "hora del Atlántico",
            "Chamorro Time", "hora de Chamorro",
            "Samoa Time", "hora de Samoa");

    private ZoneNames() {}

    /** The reader's name for a zone; Arizona has no daylight saving time, so it's named by its capital. */
    public static String of(ZoneId zone, Language language) {
        String name = zone.getDisplayName(TextStyle.FULL, language.locale());
        if (language.equals(Language.SPANISH)) {
            name = SPANISH.getOrDefault(zone.getDisplayName(TextStyle.FULL, Language.ENGLISH.locale()), name);
        }
        return zone.equals(PHOENIX) ? name + " (Phoenix)" : name;
    }
}
