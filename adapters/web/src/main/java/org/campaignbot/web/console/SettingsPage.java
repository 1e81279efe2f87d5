package org.campaignbot.web.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Setting;
import org.campaignbot.settings.Version;
import org.campaignbot.web.WebReply;

/** What organizers set: what became of a bill, actions with their days, links, numbers, and what is so of the organization. */
public final class SettingsPage {

    private SettingsPage() {}

    /** Records of one kind. */
    public record Group(String kind, List<Line> records) {}

    /**
     * A record.
     *
     * @param says how it stands, in words; empty if its page says all there is
     * @param isSet whether organizers changed any of it
     */
    public record Line(String record, String title, String says, boolean isSet) {}

    static WebReply show(ConsoleVisit visit) {
        Version version = visit.host().data().settings().current();
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        List.of("status", "action", "number", "link", SettingWords.ORGANIZATION)
                .forEach(kind -> groups.put(kind, new ArrayList<>()));
        for (String record : SettingWords.records(visit)) {
            List<Setting> settings = SettingWords.of(record, visit);
            boolean isSet = settings.stream().anyMatch(each -> version.value(each.key()) != null);
            groups.computeIfAbsent(kind(record, settings), kind -> new ArrayList<>())
                    .add(new Line(record, SettingWords.title(record, visit), says(record, version, visit), isSet));
        }
        List<Group> shown = groups.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Group(each.getKey(), each.getValue()))
                .toList();
        return visit.reply(
                200, "settings", visit.page(visit.say("settings.title"), "data", ""), Map.of("groups", shown));
    }

    private static String kind(String record, List<Setting> settings) {
        if (record.equals(SettingWords.ORGANIZATION)) {
            return record;
        }
        List<String> fields = settings.stream().map(Setting::field).toList();
        return fields.contains("state")
                ? "status"
                : fields.contains("url") ? "link" : fields.contains("number") ? "number" : "action";
    }

    /** How a record stands: its state, or from when until when an action is open. */
    private static String says(String record, Version version, ConsoleVisit visit) {
        List<String> says = new ArrayList<>();
        for (String field : List.of("state", "status", "opens", "closes", "number", "url_status")) {
            Catalog catalog = visit.host().data().catalog();
            Setting setting = catalog.settings().get(record + "." + field);
            String value = setting == null ? null : catalog.value(version, setting.key());
            if (setting != null && value != null) {
                String words = SettingWords.value(value, setting.kind(), visit);
                says.add(
                        field.equals("opens") || field.equals("closes")
                                ? visit.say("settings." + field, words)
                                : words);
            }
        }
        return String.join(" · ", says);
    }
}
