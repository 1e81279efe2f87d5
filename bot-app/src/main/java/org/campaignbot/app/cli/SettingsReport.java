package org.campaignbot.app.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Setting;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;
import org.jspecify.annotations.Nullable;

/** Reports what is set: for a person, as a JSON object, or as YAML for a pack's author. */
final class SettingsReport {

    private final String campaign;
    private final Catalog catalog;
    private final Version version;
    private final List<Edit> history;
    private final List<WrongNumbers.Reported> wrongNumbers;
    private final Map<String, Edit> latest = new HashMap<>();

    SettingsReport(String campaign, Catalog catalog, Settings settings, List<WrongNumbers.Reported> wrongNumbers) {
        this.campaign = campaign;
        this.catalog = catalog;
        this.version = settings.current();
        this.history = settings.history();
        this.wrongNumbers =
                wrongNumbers.stream().filter(WrongNumbers.Reported::isShown).toList();
        history.forEach(edit -> latest.put(edit.key(), edit));
    }

    /** All settings, one per line, and the numbers that were reported wrong. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Settings of " + campaign + ", version " + version.number());
        String record = "";
        List<String> unset = new ArrayList<>();
        for (Setting setting : inOrder()) {
            String value = value(setting);
            if (value == null && !setting.record().isEmpty()) {
                unset.add(setting.key());
                continue;
            }
            if (!setting.record().equals(record) || lines.size() == 1) {
                lines.add("");
                record = setting.record();
            }
            lines.add(setting.key() + " = " + (value == null ? "" : value) + "   (" + origin(setting) + ")");
        }
        lines.add("");
        lines.add("Also settable: " + String.join(", ", unset));
        orphans().forEach(key -> lines.add("Set, but no longer in the pack, so without effect: " + key));
        lines.add("");
        lines.add(
                wrongNumbers.isEmpty()
                        ? "No number was reported wrong " + WrongNumbers.SHOWN_AFTER + " times."
                        : "Reported wrong, so please call and check. Hide one with ./bot directory correct NUMBER --hide,"
                                + " or take it off this list with ./bot settings dismiss-number NUMBER:");
        wrongNumbers.forEach(each -> lines.add(line(each)));
        return lines;
    }

    /** The same as a JSON object. */
    String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("campaign", campaign);
        object.put("version", version.number());
        List<Object> settings = new ArrayList<>();
        for (Setting setting : inOrder()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            Edit edit = isSet(setting) ? latest.get(setting.key()) : null;
            row.put("key", setting.key());
            row.put("value", value(setting));
            row.put("origin", isSet(setting) ? "changed" : setting.fromPack() == null ? "none" : "pack");
            row.put("pack", setting.fromPack());
            row.put("changed", edit == null ? null : edit.at().toString());
            row.put("by", edit == null ? null : edit.who());
            row.put("about", setting.about());
            row.put("takes", setting.kind().allowed());
            settings.add(row);
        }
        object.put("settings", settings);
        object.put("without_effect", orphans());
        object.put(
                "wrong_numbers",
                wrongNumbers.stream()
                        .map(each -> Map.of(
                                "number", each.number(),
                                "reports", Figure.of(each.count()).toString(),
                                "latest", each.latest().toString()))
                        .toList());
        return JsonOutput.write(object);
    }

    /** What is set, in the format of records.yaml; the organization's settings are under that name. */
    List<String> yaml() {
        List<String> lines = new ArrayList<>();
        lines.add("# What organizers of " + campaign + " set over its pack, version " + version.number() + ".");
        lines.add("# Below a record's name stands what differs from records.yaml.");
        String before = "";
        for (Setting setting : inOrder()) {
            String value = version.value(setting.key());
            if (value != null) {
                String record = setting.record().isEmpty() ? "organization" : setting.record();
                if (!record.equals(before)) {
                    lines.add(record + ":");
                    before = record;
                }
                lines.add("  " + (setting.record().isEmpty() ? setting.key() : setting.field()) + ": "
                        + JsonOutput.write(value));
            }
        }
        if (before.isEmpty()) {
            lines.add("{}");
        }
        return lines;
    }

    /** All edits, latest first. */
    List<String> history() {
        List<String> lines = new ArrayList<>();
        for (int i = history.size() - 1; i >= 0; i--) {
            Edit edit = history.get(i);
            lines.add(day(edit) + "  version " + edit.version() + "  " + edit.who() + "  " + line(edit));
        }
        return lines.isEmpty() ? List.of("Nothing was changed yet.") : lines;
    }

    /** A number reported wrong as one line of text. */
    static String line(WrongNumbers.Reported reported) {
        return reported.number() + "   " + Figure.of(reported.count()) + " reports, the latest on " + reported.latest();
    }

    /** An edit as one line of text. */
    static String line(Edit edit) {
        String unset = Corrections.has(edit.key()) ? "not set" : "as in the pack";
        return edit.key() + ": " + Objects.requireNonNullElse(edit.from(), unset) + " -> "
                + Objects.requireNonNullElse(edit.to(), unset);
    }

    private static String day(Edit edit) {
        return DateTimeFormatter.ISO_INSTANT.format(edit.at());
    }

    /** The organization's own settings first, then those of each record. */
    private List<Setting> inOrder() {
        List<Setting> settings = new ArrayList<>(catalog.settings().values());
        version.values().keySet().stream()
                .filter(key -> !catalog.settings().containsKey(key))
                .map(catalog::setting)
                .filter(Objects::nonNull)
                .forEach(settings::add);
        settings.sort(java.util.Comparator.comparing(Setting::record).thenComparing(Setting::key));
        return settings;
    }

    private boolean isSet(Setting setting) {
        return version.value(setting.key()) != null;
    }

    private @Nullable String value(Setting setting) {
        String set = version.value(setting.key());
        return set != null ? set : setting.fromPack();
    }

    private String origin(Setting setting) {
        Edit edit = latest.get(setting.key());
        if (!isSet(setting)) {
            return setting.fromPack() == null
                    ? "not set; " + setting.about()
                    : setting.record().isEmpty() ? "default; " + setting.about() : "pack";
        }
        return "changed"
                + (edit == null
                        ? ""
                        : " " + edit.at().toString().substring(0, "2026-11-24".length()) + " by " + edit.who())
                + (setting.fromPack() == null ? "" : "; pack: " + setting.fromPack());
    }

    private List<String> orphans() {
        return version.values().keySet().stream()
                .filter(key -> catalog.setting(key) == null)
                .toList();
    }
}
