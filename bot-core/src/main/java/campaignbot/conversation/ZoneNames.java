package campaignbot.conversation;

import campaignbot.people.Language;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Map;

/** What readers call time zones. */
public final class ZoneNames {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");

    /**
     * What people in the United States call their clocks in Spanish, by their English names; Java's Spanish is that of other
     * countries ("hora oriental"), and the same name stands for several zones.
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

    /** What readers call a zone; Arizona, which keeps its clocks, is told from its neighbours by its capital. */
    public static String of(ZoneId zone, Language language) {
        String name = zone.getDisplayName(TextStyle.FULL, language.locale());
        if (language.equals(Language.SPANISH)) {
            name = SPANISH.getOrDefault(zone.getDisplayName(TextStyle.FULL, Language.ENGLISH.locale()), name);
        }
        return zone.equals(PHOENIX) ? name + " (Phoenix)" : name;
    }
}
