package org.campaignbot.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.flow.Action;
import org.campaignbot.settings.SettingRefusal.Why;
import org.jspecify.annotations.Nullable;

/**
 * Validates a change of settings.
 *
 * <p>The pack's rules apply to settings too: what people are told has a date, and what happened to a bill also has a source.
 */
public final class SettingRules {

    /** Fields that describe the others, and so need no date of their own. */
    private static final Set<String> ABOUT_THE_REST = Set.of(Catalog.AS_OF, Catalog.SOURCE, "review_after");

    private static final Set<String> VERIFICATION = Set.of("verified_on", "verified_by", "opened_on", "opened_by");

    private final Catalog catalog;

    /** The rules for the settings of a pack. */
    public SettingRules(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What is wrong with a change, in sentences that say how to fix it; empty if the change is allowed.
     *
     * @param today the Eastern day on which it is made
     */
    public List<String> refusals(Version before, Change change, LocalDate today) {
        return SettingRefusal.sentences(check(before, change, today));
    }

    /** What is wrong with a change, by its fields; empty if the change is allowed. */
    public List<SettingRefusal> check(Version before, Change change, LocalDate today) {
        List<SettingRefusal> refusals = new ArrayList<>();
        change.values().forEach((key, value) -> {
            Setting setting = catalog.setting(key);
            if (setting == null && value.isPresent()) {
                refusals.add(SettingRefusal.of(key, Why.NO_SUCH_SETTING, key));
            } else if (setting != null
                    && value.isPresent()
                    && !setting.kind().accepts().test(value.get())) {
                refusals.add(SettingRefusal.kind(key, key, value.get(), setting.kind()));
            }
        });
        return refusals.isEmpty() ? joint(before, change, today) : refusals;
    }

    /** Invalid values in a version, which somebody may have written into a file by hand; empty if all is well. */
    public List<String> unusable(Version version) {
        List<String> unusable = new ArrayList<>();
        version.values().forEach((key, value) -> {
            Setting setting = catalog.setting(key);
            if (setting != null && !setting.kind().accepts().test(value)) {
                unusable.add(
                        SettingRefusal.kind(key, key, value, setting.kind()).sentence());
            }
        });
        return unusable;
    }

    /** What is wrong with values that are valid individually. */
    private List<SettingRefusal> joint(Version before, Change change, LocalDate today) {
        List<SettingRefusal> refusals = new ArrayList<>();
        Version after = before.after(change);
        Set<String> records = new TreeSet<>();
        change.values().keySet().forEach(key -> records.add(new Setting(key, Kind.WORDS, null, "").record()));
        records.remove("");
        for (String record : records) {
            dated(record, change, after, refusals);
            witnessed(record, "verified", Why.NO_CALLER, Why.NO_CALL_DAY, after, refusals);
            witnessed(record, "opened", Why.NO_OPENER, Why.NO_OPENING_DAY, after, refusals);
            inOrder(record, after, refusals);
            callable(record, after, refusals);
        }
        for (Map.Entry<String, String> set : after.values().entrySet()) {
            boolean past = set.getKey().endsWith("." + Catalog.AS_OF)
                    || set.getKey().endsWith(".verified_on")
                    || set.getKey().endsWith(".opened_on");
            if (past
                    && change.values().containsKey(set.getKey())
                    && day(set.getValue()).isAfter(today)) {
                refusals.add(SettingRefusal.of(
                        set.getKey(), Why.YET_TO_COME, set.getKey(), set.getValue(), today.toString()));
            }
        }
        return refusals;
    }

    private void dated(String record, Change change, Version after, List<SettingRefusal> refusals) {
        List<String> says = after.values().keySet().stream()
                .map(key -> new Setting(key, Kind.WORDS, null, ""))
                .filter(setting -> setting.record().equals(record))
                .map(Setting::field)
                .filter(field -> !ABOUT_THE_REST.contains(field) && !VERIFICATION.contains(field))
                .toList();
        boolean saysAnew = says.stream().anyMatch(field -> change.values().containsKey(record + "." + field));
        boolean dayIsGiven = saysAnew
                ? change.values().containsKey(record + "." + Catalog.AS_OF)
                : after.value(record + "." + Catalog.AS_OF) != null;
        if (!says.isEmpty() && !dayIsGiven) {
            refusals.add(SettingRefusal.of(record + "." + Catalog.AS_OF, Why.NO_DAY, record + "." + says.get(0)));
        }
        boolean isStatus = catalog.setting(record + ".state") != null;
        if (!says.isEmpty() && isStatus && after.value(record + "." + Catalog.SOURCE) == null) {
            refusals.add(SettingRefusal.of(record + "." + Catalog.SOURCE, Why.UNSOURCED, record + "." + says.get(0)));
        }
    }

    /** Verifying or opening needs both a day and a name. */
    private static void witnessed(
            String record, String deed, Why unsigned, Why undated, Version after, List<SettingRefusal> refusals) {
        String on = record + "." + deed + "_on";
        String by = record + "." + deed + "_by";
        if (after.value(on) != null && after.value(by) == null) {
            refusals.add(SettingRefusal.of(by, unsigned, on));
        } else if (after.value(by) != null && after.value(on) == null) {
            refusals.add(SettingRefusal.of(on, undated, by, on));
        }
        if (deed.equals("opened")
                && Catalog.OPENED.equals(after.value(record + ".url_status"))
                && after.value(on) == null) {
            refusals.add(SettingRefusal.of(on, Why.OPENED_BY_NOBODY, record + ".url_status", on));
        }
    }

    private void inOrder(String record, Version after, List<SettingRefusal> refusals) {
        String opens = value(after, record + ".opens");
        String closes = value(after, record + ".closes");
        if (opens != null && closes != null && day(closes).isBefore(day(opens))) {
            refusals.add(SettingRefusal.of(record + ".closes", Why.CLOSES_FIRST, record, closes, opens));
        }
    }

    /** A number of the campaign's own needs whose it is, its digits, and where organizers found them. */
    private void callable(String record, Version after, List<SettingRefusal> refusals) {
        String phone = record + "." + Catalog.PHONE;
        if (Action.NUMBER.equals(value(after, record + "." + Catalog.WHO))) {
            if (value(after, record + "." + Catalog.OFFICE) == null) {
                refusals.add(SettingRefusal.of(record + "." + Catalog.OFFICE, Why.NO_OFFICE, record));
            }
            if (value(after, phone) == null) {
                refusals.add(SettingRefusal.of(phone, Why.NO_PHONE, record));
            }
        }
        if (after.value(phone) != null && after.value(record + "." + Catalog.SOURCE) == null) {
            refusals.add(SettingRefusal.of(record + "." + Catalog.SOURCE, Why.UNSOURCED, phone));
        }
    }

    private @Nullable String value(Version version, String key) {
        Setting setting = catalog.setting(key);
        String set = version.value(key);
        return set != null || setting == null ? set : setting.fromPack();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
