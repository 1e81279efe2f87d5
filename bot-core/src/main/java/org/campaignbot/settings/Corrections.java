package org.campaignbot.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.campaignbot.directory.Correction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps organizers' corrections of the tables among the settings, which version and audit them: each is a record such as {@code
 * phone-NY-S1}, {@code number-716-854-9725} or {@code map-VA}.
 */
public final class Corrections {

    /** The parties that a member may be of, as the tables write them. */
    static final List<String> PARTIES = List.of("Democrat", "Republican", "Independent");

    private static final String NAME = "name";
    private static final String LAST_NAME = "last_name";
    private static final String PARTY = "party";
    private static final String SINCE = "since";
    private static final String OVER = "over";
    private static final String TO = "to";
    private static final String UNTIL = "until";
    private static final String MAP = "map";
    private static final String CONGRESS = "congress";
    private static final Kind NUMBERED = Kind.count(100, 999);

    private static final Pattern RECORD = Pattern.compile(
            "(?:(?:holder|phone|site)-[A-Z]{2}-(?:S[123]|\\d{1,2})" + "|number-\\d{3}-\\d{3}-\\d{4}|map-[A-Z]{2})");

    private static final Kind ANYTHING =
            new Kind(Kind.Form.WORDS, "what the tables said", List.of(), text -> text.length() <= 600);

    private static final Map<String, Kind> OF_ALL =
            Map.of(Catalog.SOURCE, Kind.WORDS, Catalog.AS_OF, Kind.DAY, UNTIL, Kind.DAY);

    private static final Map<String, Map<String, Kind>> FIELDS = Map.of(
            "holder",
            Map.of(
                    NAME,
                    Kind.WORDS,
                    LAST_NAME,
                    Kind.WORDS,
                    PARTY,
                    Kind.choice(PARTIES),
                    SINCE,
                    Kind.DAY,
                    OVER,
                    ANYTHING),
            "phone",
            Map.of(TO, Kind.PHONE, OVER, ANYTHING),
            "site",
            Map.of(TO, Kind.ADDRESS, OVER, ANYTHING),
            "number",
            Map.of(TO, Kind.PHONE, "hidden", Kind.choice(List.of("yes"))),
            MAP,
            Map.of(MAP, NUMBERED, CONGRESS, NUMBERED));

    private Corrections() {}

    /** The record that keeps a correction. */
    public static String record(Correction correction) {
        return kind(correction) + "-" + correction.of();
    }

    private static String kind(Correction correction) {
        if (correction instanceof Correction.Holder) {
            return "holder";
        } else if (correction instanceof Correction.Phone) {
            return "phone";
        } else if (correction instanceof Correction.KeptMap) {
            return MAP;
        }
        return correction instanceof Correction.Site ? "site" : "number";
    }

    /** The field of a correction with a key, or null if the key is none. */
    static @Nullable Setting setting(String key) {
        String record = Setting.record(key);
        if (!RECORD.matcher(record).matches()) {
            return null;
        }
        String field = key.substring(key.indexOf('.') + 1);
        Map<String, Kind> fields = FIELDS.getOrDefault(record.substring(0, record.indexOf('-')), Map.of());
        Kind kind = fields.getOrDefault(field, OF_ALL.get(field));
        return kind == null ? null : new Setting(key, kind, null, kind.allowed());
    }

    /** Whether a key is a correction's, which {@code ./bot directory correct} sets with all that belongs to it. */
    public static boolean has(String key) {
        return setting(key) != null;
    }

    /** The corrections of a version, by their records; a record that lacks something is left out. */
    public static SortedMap<String, Correction> in(Version version) {
        SortedMap<String, Correction> corrections = new TreeMap<>();
        for (String key : version.values().keySet()) {
            String record = Setting.record(key);
            if (RECORD.matcher(record).matches() && !corrections.containsKey(record)) {
                int end = record.indexOf('-');
                read(record.substring(0, end), record.substring(end + 1), new Fields(record, version))
                        .ifPresent(correction -> corrections.put(record, correction));
            }
        }
        return corrections;
    }

    private record Fields(String record, Version version) {
        Optional<String> text(String field) {
            return Optional.ofNullable(version.value(record + "." + field));
        }

        Optional<LocalDate> day(String field) {
            return text(field).filter(Kind.DAY.accepts()).map(LocalDate::parse);
        }

        Optional<Integer> number(String field) {
            return text(field).filter(NUMBERED.accepts()).map(Integer::valueOf);
        }

        Optional<Correction.Note> note() {
            return text(Catalog.SOURCE)
                    .flatMap(source -> day(Catalog.AS_OF).map(asOf -> new Correction.Note(source, asOf, day(UNTIL))));
        }
    }

    private static Optional<Correction> read(String kind, String of, Fields fields) {
        Optional<String> to = fields.text(TO);
        String over = fields.text(OVER).orElse("");
        return fields.note().flatMap(note -> switch (kind) {
            case "holder" ->
                fields.day(SINCE).map(since -> new Correction.Holder(of, member(fields), since, over, note));
            case "phone" -> to.map(number -> new Correction.Phone(of, number, over, note));
            case "site" -> to.map(address -> new Correction.Site(of, address, over, note));
            case MAP ->
                fields.number(MAP)
                        .flatMap(map -> fields.number(CONGRESS)
                                .map(congress -> new Correction.KeptMap(of, map, congress, note)));
            default ->
                to.isPresent() || fields.text("hidden").isPresent()
                        ? Optional.of(new Correction.NumberChange(of, to, note))
                        : Optional.empty();
        });
    }

    private static Optional<Correction.Member> member(Fields fields) {
        return fields.text(NAME)
                .map(name -> new Correction.Member(
                        name,
                        fields.text(LAST_NAME).orElse(name),
                        fields.text(PARTY).orElse(PARTIES.get(2))));
    }

    /** The change that makes corrections, each in place of an earlier one of the same thing. */
    public static Change making(List<Correction> corrections, String who, Instant at, Version before) {
        SortedMap<String, Optional<String>> values = new TreeMap<>();
        for (Correction correction : corrections) {
            String record = record(correction);
            before.keysOf(record).forEach(key -> values.put(key, Optional.empty()));
            values(correction).forEach((field, value) -> values.put(record + "." + field, Optional.of(value)));
        }
        return new Change(who, at, values);
    }

    /** The change that takes back all corrections of a seat, number or state's map; it's empty if there are none. */
    public static Change takingBack(String of, String who, Instant at, Version before) {
        List<String> keys = new ArrayList<>();
        in(before).forEach((record, correction) -> {
            if (correction.of().equals(of)) {
                keys.addAll(before.keysOf(record));
            }
        });
        return Change.unset(who, at, new TreeSet<>(keys));
    }

    /** What a correction says, in words for organizers. */
    public static String sentence(Correction correction) {
        String of = correction.of();
        Correction.Note note = correction.note();
        String says;
        if (correction instanceof Correction.Holder holder) {
            says = holder.member()
                            .map(member -> member.name() + " (" + member.party() + ") holds " + of)
                            .orElse(of + " is vacant")
                    + " since " + holder.since();
        } else if (correction instanceof Correction.Phone phone) {
            says = "the number of " + of + " is " + phone.number();
        } else if (correction instanceof Correction.Site site) {
            says = "the website of " + of + " is " + site.address();
        } else if (correction instanceof Correction.KeptMap kept) {
            says = of + " keeps the House map of the " + kept.map() + "th Congress in the " + kept.congress() + "th";
        } else {
            Optional<String> instead = ((Correction.NumberChange) correction).instead();
            says = of + " is hidden";
            if (instead.isPresent()) {
                says = of + " is now " + instead.get();
            }
        }
        return says + " (" + note.source() + ", " + note.asOf()
                + note.until().map(until -> ", until " + until).orElse("") + ")";
    }

    private static Map<String, String> values(Correction correction) {
        Map<String, String> values = new TreeMap<>();
        values.put(Catalog.SOURCE, correction.note().source());
        values.put(Catalog.AS_OF, correction.note().asOf().toString());
        correction.note().until().ifPresent(until -> values.put(UNTIL, until.toString()));
        if (correction instanceof Correction.Holder holder) {
            values.put(SINCE, holder.since().toString());
            values.put(OVER, holder.over());
            holder.member().ifPresent(member -> {
                values.put(NAME, member.name());
                values.put(LAST_NAME, member.lastName());
                values.put(PARTY, member.party());
            });
        } else if (correction instanceof Correction.Phone phone) {
            values.put(TO, phone.number());
            values.put(OVER, phone.over());
        } else if (correction instanceof Correction.Site site) {
            values.put(TO, site.address());
            values.put(OVER, site.over());
        } else if (correction instanceof Correction.KeptMap kept) {
            values.put(MAP, Integer.toString(kept.map()));
            values.put(CONGRESS, Integer.toString(kept.congress()));
        } else if (correction instanceof Correction.NumberChange number) {
            number.instead().ifPresentOrElse(right -> values.put(TO, right), () -> values.put("hidden", "yes"));
        }
        return values;
    }
}
