package org.campaignbot.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Everything that can be set for one campaign: the changeable fields of its records, and facts about the organization itself. */
public final class Catalog {

    /** The possible states of a bill. */
    public static final List<String> STATES =
            List.of("proposed", "passed-house", "passed-senate", "enacted", "failed", "unknown");

    /** The state of a link whose page somebody opened. */
    public static final String OPENED = "opened";

    /** The state of a link that a named source publishes. */
    public static final String PUBLISHED = "published";

    /** How sure we are of a link's address; the last stands in for a page whose address isn't known. */
    public static final List<String> URL_STATUSES = List.of(OPENED, PUBLISHED, "fallback");

    /** The organization's own settings that a pack's words can name; all are optional. */
    public static final Set<String> NAMED_IN_WORDS =
            Set.of("lobby-contact", "human-contact", "endorsed_by", "approved-on");

    /** The setting for how many days a conversation is kept after the person's last turn. */
    public static final String KEEP_DAYS = "keep_days";

    /** The setting with the group that stands behind the bot. */
    public static final String ENDORSED_BY = "endorsed_by";

    /** The setting with the day on which the campaign's organization approved the bot. */
    public static final String APPROVED_ON = "approved-on";

    /** The setting for who approves alerts: {@code two} or {@link #ALONE}. */
    public static final String APPROVAL = "approval";

    /** The value of {@link #APPROVAL} that lets the only organizer approve alone. */
    public static final String ALONE = "alone";

    /** The setting with a comma-separated list of names that no alert may praise or blame. */
    public static final String CANDIDATES_AND_PARTIES = "candidates-and-parties";

    /** The setting for the hours in which no alert is sent. */
    public static final String QUIET_HOURS = "quiet-hours";

    /** The setting for the most alerts a person gets in a week. */
    public static final String ALERTS_A_WEEK = "alerts-a-week";

    /** The setting for the most alerts a person gets in a month. */
    public static final String ALERTS_A_MONTH = "alerts-a-month";

    /** Whether supporters see how many calls were reported this month. */
    public static final String PUBLIC_TOTAL = "public-total";

    /** The value of {@link #PUBLIC_TOTAL} that counts what was reported in chat apps alone. */
    public static final String CHAT_APPS = "chat-apps";

    /** The value of {@link #PUBLIC_TOTAL} that counts what was reported on the web, too. */
    public static final String WITH_WEB = "with-web";

    static final String AS_OF = "as_of";
    static final String SOURCE = "source";
    static final String WHO = "who";
    static final String OFFICE = "office";
    static final String PHONE = "phone";

    private static final int MOST_DAYS_KEPT = 90;
    private static final int MOST_ALERTS_A_MONTH = 4;

    private static final List<Setting> OF_THE_ORGANIZATION = List.of(
            new Setting("lobby-contact", Kind.CONTACT, null, "who to ask about visiting a lawmaker"),
            new Setting("human-contact", Kind.CONTACT, null, "who to ask to talk to a person"),
            new Setting(ENDORSED_BY, Kind.WORDS, null, "the group that stands behind this bot"),
            new Setting(
                    APPROVED_ON, Kind.DAY, null, "the day on which the organization of the campaign approved the bot"),
            new Setting(
                    APPROVAL,
                    Kind.choice(List.of("two", ALONE)),
                    "two",
                    "who approves an alert: a second organizer, or, where there is only one, that one alone"),
            new Setting(
                    CANDIDATES_AND_PARTIES,
                    Kind.WORDS,
                    null,
                    "names of candidates and parties, with commas, that no alert may praise or blame"),
            new Setting(
                    QUIET_HOURS, Kind.HOURS_OF_DAY, "20:00-09:00", "when no alert is sent, by the receiver's clock"),
            new Setting(ALERTS_A_WEEK, Kind.count(0, 1), "1", "alerts that a person gets in a week at most"),
            new Setting(
                    ALERTS_A_MONTH,
                    Kind.count(0, MOST_ALERTS_A_MONTH),
                    "4",
                    "alerts that a person gets in a month at most"),
            new Setting(
                    PUBLIC_TOTAL,
                    Kind.choice(List.of("off", CHAT_APPS, WITH_WEB)),
                    "off",
                    "whether the web pages say how many calls were reported this month, from 50 on; with-web adds reports"
                            + " from the web, which nobody can check"),
            new Setting(
                    KEEP_DAYS,
                    Kind.count(1, MOST_DAYS_KEPT),
                    "90",
                    "days after a person's last turn until their conversation is deleted"));

    private static final Map<String, Kind> DATED =
            Map.of(AS_OF, Kind.DAY, SOURCE, Kind.WORDS, "review_after", Kind.DAY, "note", Kind.WORDS);

    private static final Map<String, Map<String, Kind>> FIELDS = Map.of(
            "status",
            Map.of(
                    "state", Kind.choice(STATES),
                    "summary", Kind.WORDS,
                    "bill", Kind.WORDS,
                    "law", Kind.WORDS),
            "action",
            Map.of(
                    "status",
                    Kind.choice(Action.STATUSES),
                    WHO,
                    Kind.choice(Action.WHO_BY_HOME),
                    "opens",
                    Kind.DAY,
                    "closes",
                    Kind.DAY,
                    "bill",
                    Kind.WORDS),
            "link",
            Map.of(
                    "url", Kind.ADDRESS,
                    "url_status", Kind.choice(URL_STATUSES),
                    "opened_on", Kind.DAY,
                    "opened_by", Kind.WORDS),
            "number",
            Map.of("number", Kind.PHONE, "verified_on", Kind.DAY, "verified_by", Kind.WORDS));

    /** What more can be set of an action that is about calls: a number of the campaign's own to call. */
    private static final Map<String, Kind> OF_A_CALL = Map.of(
            WHO,
            Kind.choice(Action.WHO),
            OFFICE,
            Kind.WORDS,
            PHONE,
            Kind.PHONE,
            "open_hours",
            Kind.WORDS,
            "verified_on",
            Kind.DAY,
            "verified_by",
            Kind.WORDS);

    /** The fields with words for people, which can be set for each language. */
    static final Set<String> TRANSLATED = Set.of("summary", "note", OFFICE, "open_hours");

    private final SortedMap<String, Setting> settings = new TreeMap<>();

    private Catalog() {}

    /** The settings for a pack. */
    public static Catalog of(Pack pack) {
        Catalog catalog = new Catalog();
        OF_THE_ORGANIZATION.forEach(setting -> catalog.settings.put(setting.key(), setting));
        pack.records().forEach((name, value) -> {
            if (value instanceof Value.Row row && row.fields().get("kind") instanceof Value.Text kind) {
                FIELDS.getOrDefault(kind.text(), Map.of())
                        .forEach((field, values) -> catalog.add(pack, name, row, field, values));
                if (row.fields().containsKey(WHO)) {
                    OF_A_CALL.forEach((field, values) -> catalog.add(pack, name, row, field, values));
                }
                if (FIELDS.containsKey(kind.text())) {
                    DATED.forEach((field, values) -> catalog.add(pack, name, row, field, values));
                }
            }
        });
        return catalog;
    }

    private void add(Pack pack, String record, Value.Row row, String field, Kind kind) {
        String about = TRANSLATED.contains(field)
                ? kind.allowed() + "; in another language as " + record + "." + field + ".LANGUAGE"
                : kind.allowed();
        Value value = row.fields().get(field);
        String key = record + "." + field;
        settings.put(key, new Setting(key, kind, text(value, pack.base()), about));
        for (Language language : pack.languages()) {
            if (TRANSLATED.contains(field) && !language.equals(pack.base())) {
                String translated = key + "." + language;
                boolean has =
                        value instanceof Value.Translated words && words.words().containsKey(language);
                settings.put(translated, new Setting(translated, kind, has ? text(value, language) : null, about));
            }
        }
    }

    /** All settings by key. */
    public SortedMap<String, Setting> settings() {
        return Collections.unmodifiableSortedMap(settings);
    }

    /** The setting with a key, which may be a field of a {@link Corrections correction}, or null if there is none. */
    public @Nullable Setting setting(String key) {
        Setting setting = settings.get(key);
        return setting == null ? Corrections.setting(key) : setting;
    }

    /** The value of a key in a version: what organizers set, else the pack's value; null if there is neither. */
    public @Nullable String value(Version version, String key) {
        String set = version.value(key);
        Setting setting = settings.get(key);
        return set != null || setting == null ? set : setting.fromPack();
    }

    private static @Nullable String text(@Nullable Value value, Language language) {
        if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Translated translated) {
            return translated.in(language);
        } else if (value instanceof Value.Day day) {
            return day.date().toString();
        } else if (value instanceof Value.Phone phone) {
            return phone.number();
        } else if (value instanceof Value.Code code) {
            return code.text();
        } else if (value instanceof Value.Link link) {
            return link.address().toString();
        }
        return null;
    }
}
