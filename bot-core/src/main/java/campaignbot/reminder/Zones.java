package campaignbot.reminder;

import campaignbot.conversation.JavaStep;
import campaignbot.conversation.ZoneNames;
import campaignbot.flow.Fold;
import campaignbot.flow.Value;
import campaignbot.people.Language;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts by which a conversation knows the person's time zone, and the words for zones in English and Spanish. */
final class Zones {

    /** The saved fact: an IANA name, as {@code America/Chicago}. */
    static final String ZONE = "zone";

    /** How readers call it. */
    static final String ZONE_NAME = "zone_name";

    /** The clocks of a state to choose from, held in memory. */
    static final String OPTIONS = "zone_options";

    /** What the person typed, for the turn alone. */
    static final String WORDS = "zone_words";

    private static final Map<String, ZoneId> NAMES = new HashMap<>();

    static {
        for (String[] zone : new String[][] {
            {"America/New_York", "eastern,et,est,edt,este,del este,oriental"},
            {"America/Chicago", "central,ct,cst,cdt,centro,del centro"},
            {
                "America/Denver",
                "mountain,mt,mst,mdt,montana,de la montana,de las montanas,montanas rocosas,de las montanas rocosas"
            },
            {"America/Los_Angeles", "pacific,pt,pst,pdt,pacifico,del pacifico"},
            {"America/Anchorage", "alaska,akt,akst,akdt,de alaska"},
            {"Pacific/Honolulu", "hawaii,hst,hawai,de hawai"},
            {"America/Puerto_Rico", "atlantic,ast,atlantico,del atlantico"},
            {"Pacific/Guam", "chamorro,chst"},
            {"Pacific/Pago_Pago", "samoa,sst"}
        }) {
            names(zone[0], zone[1]);
        }
    }

    private Zones() {}

    private static void names(String zone, String words) {
        for (String word : words.split(",", -1)) {
            NAMES.put(word, ZoneId.of(zone));
        }
    }

    /** The zone that words name as one, as "Eastern time" or "hora del este". */
    static Optional<ZoneId> named(String text) {
        String folded = Fold.fold(text)
                .replaceFirst("^(the |la )?((hora|tiempo) )?", "")
                .replaceFirst(" (standard time|daylight time|time|time zone|zone)$", "");
        return Optional.ofNullable(NAMES.get(folded));
    }

    /** The zone of a conversation, where it is known. */
    static Optional<ZoneId> of(JavaStep.Facts facts) {
        String kept = facts.text(ZONE);
        try {
            return kept == null ? Optional.empty() : Optional.of(ZoneId.of(kept));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static String label(ZoneId zone, Language language) {
        String name = ZoneNames.of(zone, language);
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }

    static JavaStep.Result found(String outcome, ZoneId zone, Language language) {
        return JavaStep.Result.of(outcome)
                .with(ZONE, new Value.Text(zone.getId()))
                .with(ZONE_NAME, new Value.Text(ZoneNames.of(zone, language)));
    }

    /** One clock is found; two are a question. */
    static JavaStep.Result of(List<ZoneId> clocks, Language language) {
        if (clocks.size() == 1) {
            return found("known", clocks.get(0), language);
        }
        return clocks.isEmpty()
                ? JavaStep.Result.of("unknown")
                : JavaStep.Result.of("which")
                        .with(
                                OPTIONS,
                                new Value.Rows(clocks.stream()
                                        .map(zone -> new Value.Row(Map.of(
                                                "label",
                                                new Value.Text(label(zone, language)),
                                                "value",
                                                new Value.Text(zone.getId()))))
                                        .toList()));
    }
}
