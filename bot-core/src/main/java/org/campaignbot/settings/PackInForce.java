package org.campaignbot.settings;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Applies settings on top of the records of a pack. */
public final class PackInForce {

    /** How long a number counts as verified, in days (content brief, 7c). */
    public static final int VERIFIED_DAYS = 90;

    private static final Set<String> DAYS =
            Set.of("as_of", "review_after", "opens", "closes", "verified_on", "opened_on");
    /** Since when and from where an action's own number is known, if organizers set other fields of its record since. */
    private static final Map<String, String> OF_THE_PHONE = Map.of("phone_as_of", "as_of", "phone_source", "source");

    private static final String WHO_SET_IT = "the organizers of this bot";

    private final Pack pack;
    private final Catalog catalog;
    private final Version settings;
    private final LocalDate today;

    private PackInForce(Pack pack, Version settings, LocalDate today) {
        this.pack = pack;
        this.catalog = Catalog.of(pack);
        this.settings = settings;
        this.today = today;
    }

    /**
     * The pack with the settings of a day applied, so that its words use the settings' values. Settings for things the pack
     * doesn't have, such as a removed record, change nothing.
     */
    public static Pack of(Pack pack, Version settings, LocalDate today) {
        return new PackInForce(pack, settings, today).pack();
    }

    private Pack pack() {
        Map<String, Value> records = new LinkedHashMap<>();
        pack.records().forEach((name, value) -> {
            Map<String, String> set = of(name);
            records.put(
                    name,
                    value instanceof Value.Row row && !set.isEmpty() ? new Value.Row(changed(name, row, set)) : value);
        });
        for (String name : Catalog.NAMED_IN_WORDS) {
            String set = settings.value(name);
            if (set != null) {
                records.put(name, ofTheOrganization(name, set));
            }
        }
        return pack.withRecords(pack.revision() + "+" + settings.number(), records);
    }

    private static Value ofTheOrganization(String name, String text) {
        return switch (name) {
            case Catalog.APPROVED_ON -> new Value.Day(LocalDate.parse(text));
            default ->
                Kind.isAddress(text)
                        ? new Value.Link(URI.create(text).getHost(), URI.create(text))
                        : new Value.Text(text);
        };
    }

    /** The values set for a record, by field. */
    private Map<String, String> of(String record) {
        Map<String, String> set = new HashMap<>();
        settings.values().forEach((key, value) -> {
            if (key.startsWith(record + ".")) {
                set.put(key.substring(record.length() + 1), value);
            }
        });
        return set;
    }

    private Map<String, Value> changed(String record, Value.Row row, Map<String, String> set) {
        Map<String, Value> fields = new HashMap<>(row.fields());
        set.forEach((field, text) -> {
            if (catalog.setting(record + "." + field) != null) {
                value(field, text, set, fields);
            }
        });
        boolean isAction = set.containsKey("status") || set.containsKey("opens") || set.containsKey("closes");
        if (isAction && !set.containsKey(Catalog.SOURCE)) {
            source(WHO_SET_IT, fields);
        }
        if (set.containsKey("url") && fields.get("link") instanceof Value.Link link) {
            fields.put("link", new Value.Link(link.label(), URI.create(String.valueOf(set.get("url")))));
        }
        if (set.containsKey("url") || set.containsKey("opened_on")) {
            link(set, fields);
        }
        String phone = fields.containsKey(Catalog.PHONE) ? Catalog.PHONE : "number";
        if (set.containsKey(phone) || set.containsKey("verified_on")) {
            number(phone, set, fields);
        }
        if (!set.containsKey(Catalog.PHONE)) {
            // Closing an action doesn't mean that anybody checked its number.
            OF_THE_PHONE.forEach((name, field) -> {
                Value packs = row.fields().get(field);
                if (packs != null && fields.containsKey(Catalog.PHONE)) {
                    fields.put(name, packs);
                }
            });
        }
        return fields;
    }

    private void value(String field, String text, Map<String, String> set, Map<String, Value> fields) {
        if (DAYS.contains(field)) {
            fields.put(field, new Value.Day(LocalDate.parse(text)));
        } else if (field.equals(Catalog.SOURCE)) {
            source(text, fields);
        } else if (Catalog.TRANSLATED.contains(field)) {
            // A translation of the old words would contradict these, so only what is set counts, in every language.
            Map<Language, String> words = new HashMap<>(Map.of(pack.base(), text));
            for (Language language : pack.languages()) {
                String translated = set.get(field + "." + language);
                if (translated != null) {
                    words.put(language, translated);
                }
            }
            fields.put(field, new Value.Translated(words, pack.base()));
        } else if (!field.contains(".")) {
            fields.put(field, new Value.Text(text));
        }
    }

    private static void source(String text, Map<String, Value> fields) {
        Value source = linkOrText(text);
        fields.put(Catalog.SOURCE, source);
        fields.put("sources", new Value.Rows(List.of(new Value.Row(Map.of(Catalog.SOURCE, source)))));
    }

    private static Value linkOrText(String text) {
        return Kind.isAddress(text)
                ? new Value.Link(URI.create(text).getHost(), URI.create(text))
                : new Value.Text(text);
    }

    /** Makes a number tappable if somebody called it within the last 90 days; a number that was only changed isn't. */
    private void number(String field, Map<String, String> set, Map<String, Value> fields) {
        String number = set.containsKey(field) ? set.get(field) : digits(fields.get(field));
        boolean isVerified = set.containsKey("verified_on")
                && !today.isAfter(
                        LocalDate.parse(String.valueOf(set.get("verified_on"))).plusDays(VERIFIED_DAYS));
        if (number != null) {
            fields.put(field, isVerified ? new Value.Phone(number) : new Value.Code(number));
            fields.put("dial", Value.Text.yesNo(isVerified));
        }
        if (!set.containsKey("verified_on")) {
            fields.remove("verified_on");
            fields.remove("verified_by");
        }
    }

    /** Makes a link opened if somebody says so; an address that was only changed was opened by nobody. */
    private static void link(Map<String, String> set, Map<String, Value> fields) {
        if (set.containsKey("opened_on")) {
            fields.put("url_status", new Value.Text(Catalog.OPENED));
        } else {
            fields.remove("opened_on");
            fields.remove("opened_by");
            if (new Value.Text(Catalog.OPENED).equals(fields.get("url_status"))) {
                fields.put("url_status", new Value.Text(Catalog.PUBLISHED));
            }
        }
    }

    private static @Nullable String digits(@Nullable Value number) {
        return number instanceof Value.Phone phone
                ? phone.number()
                : number instanceof Value.Code code ? code.text() : null;
    }
}
