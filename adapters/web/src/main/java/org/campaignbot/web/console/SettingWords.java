package org.campaignbot.web.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.flow.Value;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Kind;
import org.campaignbot.settings.Setting;
import org.campaignbot.web.Page;
import org.jspecify.annotations.Nullable;

/** What settings and records are called on the console's pages. */
public final class SettingWords {

    /** Stands for the settings of the organization, which belong to no record. */
    static final String ORGANIZATION = "organization";

    private SettingWords() {}

    /** The settings of a record, or of the organization, by key. */
    static List<Setting> of(String record, ConsoleVisit visit) {
        String wanted = record.equals(ORGANIZATION) ? "" : record;
        return visit.host().data().catalog().settings().values().stream()
                .filter(each -> each.record().equals(wanted))
                .toList();
    }

    /** The names of the records that have settings. */
    static Set<String> records(ConsoleVisit visit) {
        Set<String> records = new TreeSet<>();
        visit.host()
                .data()
                .catalog()
                .settings()
                .values()
                .forEach(each -> records.add(each.record().isEmpty() ? ORGANIZATION : each.record()));
        return records;
    }

    /** What a record is called: its title or label in the pack. */
    static String title(String record, ConsoleVisit visit) {
        if (record.equals(ORGANIZATION)) {
            return visit.say("settings.organization");
        }
        Value value = visit.host().engine().get().pack().records().get(record);
        if (value instanceof Value.Row row) {
            for (String field : List.of("title", "label")) {
                Value title = row.fields().get(field);
                if (title instanceof Value.Text text) {
                    return text.text();
                } else if (title instanceof Value.Translated words) {
                    return words.in(visit.language());
                }
            }
        }
        return record;
    }

    /** What a setting is called within its record. */
    static String label(Setting setting, ConsoleVisit visit) {
        if (setting.record().isEmpty()) {
            return visit.say("setting." + setting.key());
        }
        String field = setting.field();
        int dot = field.indexOf('.');
        return dot < 0
                ? visit.say("field." + field)
                : visit.say(
                        "settings.in-language",
                        visit.say("field." + field.substring(0, dot)),
                        visit.say("language." + field.substring(dot + 1)));
    }

    /** A value in words. */
    static String value(@Nullable String value, Kind kind, ConsoleVisit visit) {
        if (value == null) {
            return visit.say("settings.nothing");
        }
        return switch (kind.form()) {
            case CHOICE -> kind.choices().contains(value) ? visit.say("choice." + value) : value;
            case DAY -> kind.accepts().test(value) ? Page.day(LocalDate.parse(value), visit.language()) : value;
            default -> value;
        };
    }

    /** A change as it happened: when, by whom, and what it was about. */
    public record ChangeLine(String when, String who, String what, String from, String to) {}

    /** An edit in words. */
    static ChangeLine change(Edit edit, ConsoleVisit visit) {
        Setting setting = visit.host().data().catalog().settings().get(edit.key());
        String unset = visit.say(Corrections.has(edit.key()) ? "settings.nothing" : "settings.as-pack");
        return new ChangeLine(
                visit.time(edit.at()),
                edit.who(),
                setting == null ? edit.key() : label(setting, visit),
                edit.from() == null ? unset : inWords(edit.from(), setting, visit),
                edit.to() == null ? unset : inWords(edit.to(), setting, visit));
    }

    private static String inWords(String value, @Nullable Setting setting, ConsoleVisit visit) {
        return setting == null ? value : value(value, setting.kind(), visit);
    }

    /** The edits of a record, the latest first. */
    static List<Edit> edits(String record, ConsoleVisit visit) {
        String wanted = record.equals(ORGANIZATION) ? "" : record;
        List<Edit> edits = new ArrayList<>(visit.host().data().settings().history());
        Collections.reverse(edits);
        Map<String, Setting> settings = visit.host().data().catalog().settings();
        return edits.stream()
                .filter(each -> Optional.ofNullable(settings.get(each.key()))
                        .filter(setting -> setting.record().equals(wanted))
                        .isPresent())
                .toList();
    }
}
