package org.campaignbot.reminders;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.flow.Fold;

/** The fact with the person's time zone, and the words for zones in English and Spanish. */
final class Zones {

    /** The saved fact: an IANA name, such as {@code America/Chicago}. */
    static final String ZONE = "zone";

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

    /** The zone that words name directly, such as "Eastern time" or "hora del este". */
    static Optional<ZoneId> named(String text) {
        String folded = Fold.fold(text)
                .replaceFirst("^(the |la )?((hora|tiempo) )?", "")
                .replaceFirst(" (standard time|daylight time|time|time zone|zone)$", "");
        return Optional.ofNullable(NAMES.get(folded));
    }

    /** The zone of a conversation, if known. */
    static Optional<ZoneId> of(JavaStep.Facts facts) {
        String kept = facts.text(ZONE);
        try {
            return kept == null ? Optional.empty() : Optional.of(ZoneId.of(kept));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
