package org.campaignbot.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.flow.Action;
import org.jspecify.annotations.Nullable;

/**
 * Validates a change of settings.
 *
 * <p>The pack's rules apply to settings too: what people are told has a date, and what happened to a bill also has a source.
 */
public final class SettingRules {

    /** Fields that describe the others, and so need no date of their own. */
    private static final Set<String> ABOUT_THE_REST = Set.of(Catalogue.AS_OF, Catalogue.SOURCE, "review_after");

    private static final Set<String> VERIFICATION = Set.of("verified_on", "verified_by", "opened_on", "opened_by");

    private final Catalogue catalogue;

    /** The rules for the settings of a pack. */
    public SettingRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What is wrong with a change, in sentences that say how to fix it; empty if the change is allowed.
     *
     * @param today the Eastern day on which it is made
     */
    public List<String> refusals(Version before, Change change, LocalDate today) {
        List<String> refusals = new ArrayList<>();
        change.values().forEach((key, value) -> {
            Setting setting = catalogue.setting(key);
            if (setting == null && value.isPresent()) {
                refusals.add("There is no setting \"" + key + "\".");
            } else if (setting != null
                    && value.isPresent()
                    && !setting.kind().accepts().test(value.get())) {
                refusals.add(key + " cannot be \"" + value.get() + "\". It takes "
                        + setting.kind().allowed() + ".");
            }
        });
        return refusals.isEmpty() ? joint(before, change, today) : refusals;
    }

    /** Invalid values in a version, which somebody may have written into a file by hand; empty if all is well. */
    public List<String> unusable(Version version) {
        List<String> unusable = new ArrayList<>();
        version.values().forEach((key, value) -> {
            Setting setting = catalogue.setting(key);
            if (setting != null && !setting.kind().accepts().test(value)) {
                unusable.add(refusal(setting, value));
            }
        });
        return unusable;
    }

    private static String refusal(Setting setting, String value) {
        return setting.key() + " cannot be \"" + value + "\". It takes "
                + setting.kind().allowed() + ".";
    }

    /** What is wrong with values that are valid individually. */
    private List<String> joint(Version before, Change change, LocalDate today) {
        List<String> refusals = new ArrayList<>();
        Version after = before.after(change);
        Set<String> records = new TreeSet<>();
        change.values().keySet().forEach(key -> records.add(new Setting(key, Kind.WORDS, null, "").record()));
        records.remove("");
        for (String record : records) {
            dated(record, change, after, refusals);
            witnessed(record, "verified", "called the number", after, refusals);
            witnessed(record, "opened", "opened the page", after, refusals);
            inOrder(record, after, refusals);
            callable(record, after, refusals);
        }
        for (Map.Entry<String, String> set : after.values().entrySet()) {
            boolean past = set.getKey().endsWith("." + Catalogue.AS_OF)
                    || set.getKey().endsWith(".verified_on")
                    || set.getKey().endsWith(".opened_on");
            if (past
                    && change.values().containsKey(set.getKey())
                    && day(set.getValue()).isAfter(today)) {
                refusals.add(set.getKey() + " is " + set.getValue() + ", which is yet to come. Give a day until today, "
                        + today + ".");
            }
        }
        return refusals;
    }

    private void dated(String record, Change change, Version after, List<String> refusals) {
        List<String> says = after.values().keySet().stream()
                .map(key -> new Setting(key, Kind.WORDS, null, ""))
                .filter(setting -> setting.record().equals(record))
                .map(Setting::field)
                .filter(field -> !ABOUT_THE_REST.contains(field) && !VERIFICATION.contains(field))
                .toList();
        boolean saysAnew = says.stream().anyMatch(field -> change.values().containsKey(record + "." + field));
        boolean dayIsGiven = saysAnew
                ? change.values().containsKey(record + "." + Catalogue.AS_OF)
                : after.value(record + "." + Catalogue.AS_OF) != null;
        if (!says.isEmpty() && !dayIsGiven) {
            refusals.add(record + "." + says.get(0) + " needs the day as of which it holds. Add --as-of DAY.");
        }
        boolean isStatus = catalogue.setting(record + ".state") != null;
        if (!says.isEmpty() && isStatus && after.value(record + "." + Catalogue.SOURCE) == null) {
            refusals.add(record + "." + says.get(0)
                    + " needs its source, so that people can check it. Add --source with an address or a name.");
        }
    }

    /** Verifying or opening needs both a day and a name. */
    private static void witnessed(String record, String deed, String said, Version after, List<String> refusals) {
        String on = record + "." + deed + "_on";
        String by = record + "." + deed + "_by";
        if (after.value(on) != null && after.value(by) == null) {
            refusals.add(on + " needs who " + said + ". Add --by with a name or a role.");
        } else if (after.value(by) != null && after.value(on) == null) {
            refusals.add(by + " needs the day on which somebody " + said + ": set " + on + ".");
        }
        if (deed.equals("opened")
                && Catalogue.OPENED.equals(after.value(record + ".url_status"))
                && after.value(on) == null) {
            refusals.add(record + ".url_status opened needs who opened the page, and when. Set " + on
                    + " with its day and --by NAME; that alone makes it opened.");
        }
    }

    private void inOrder(String record, Version after, List<String> refusals) {
        String opens = value(after, record + ".opens");
        String closes = value(after, record + ".closes");
        if (opens != null && closes != null && day(closes).isBefore(day(opens))) {
            refusals.add(
                    record + " would close on " + closes + ", before it opens on " + opens + ". Set both in order.");
        }
    }

    /** A number of the campaign's own needs whose it is, its digits, and where organizers found them. */
    private void callable(String record, Version after, List<String> refusals) {
        String phone = record + "." + Catalogue.PHONE;
        if (Action.NUMBER.equals(value(after, record + "." + Catalogue.WHO))) {
            if (value(after, record + "." + Catalogue.OFFICE) == null) {
                refusals.add(record + ".who number needs whose number it is. Set " + record
                        + ".office first, as \"the governor's office\".");
            }
            if (value(after, phone) == null) {
                refusals.add(record + ".who number needs the number. Set " + phone + " first, as 202-224-3121.");
            }
        }
        if (after.value(phone) != null && after.value(record + "." + Catalogue.SOURCE) == null) {
            refusals.add(
                    phone + " needs its source, so that people can check it. Add --source with an address or a name.");
        }
    }

    private @Nullable String value(Version version, String key) {
        Setting setting = catalogue.setting(key);
        String set = version.value(key);
        return set != null || setting == null ? set : setting.fromPack();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
