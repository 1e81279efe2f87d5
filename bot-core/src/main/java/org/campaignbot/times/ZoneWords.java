package org.campaignbot.times;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words for American time zones in English and Spanish. */
public final class ZoneWords {

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
            for (String word : zone[1].split(",", -1)) {
                NAMES.put(word, ZoneId.of(zone[0]));
            }
        }
    }

    /** Beside a time these are "this" and "downtown", unless a word before them tells. */
    private static final Set<String> DOUBTFUL = Set.of("este", "centro");

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private static final Pattern SAID = Pattern.compile("(?i)(?<![\\p{L}\\d])(?:(?:la )?(?:hora|tiempo) (este|centro|"
            + names() + ")|(" + names() + "))(?: (standard|daylight))?(?: time)?(?: zone)?(?![\\p{L}\\d])");

    private static final Pattern STANDARD = Pattern.compile("(?i)\\w+st|.* standard\\b.*");
    private static final Pattern DAYLIGHT = Pattern.compile("(?i)\\w+dt|.* daylight\\b.*");

    private ZoneWords() {}

    /**
     * What a text says about the zone of its time.
     *
     * @param zones the zones that it names
     * @param isStandard whether by the name of the winter half of the year, such as PST
     * @param isDaylight whether by the name of the summer half, such as PDT
     * @param rest the text without those names
     */
    record Said(Set<ZoneId> zones, boolean isStandard, boolean isDaylight, String rest) {}

    /** The zone with a folded name, such as {@code pacific} or {@code del este}. */
    public static Optional<ZoneId> zone(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    /** All names, folded. */
    public static Set<String> all() {
        return Collections.unmodifiableSet(NAMES.keySet());
    }

    /** Takes the names of zones out of a text about one time, in which a word such as "ET" or "Pacific" means nothing else. */
    static Said in(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        Matcher said = SAID.matcher(plain);
        Set<ZoneId> zones = new LinkedHashSet<>();
        boolean isStandard = false;
        boolean isDaylight = false;
        while (said.find()) {
            zone((said.group(1) != null ? said.group(1) : said.group(2)).toLowerCase(Locale.ROOT))
                    .ifPresent(zones::add);
            isStandard |= STANDARD.matcher(said.group()).matches();
            isDaylight |= DAYLIGHT.matcher(said.group()).matches();
        }
        return new Said(zones, isStandard, isDaylight, zones.isEmpty() ? text : said.replaceAll(" "));
    }

    /** A pattern for the names that are sure, the longest first. */
    private static String names() {
        return NAMES.keySet().stream()
                .filter(each -> !DOUBTFUL.contains(each))
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.joining("|"));
    }
}
