package org.campaignbot.web.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Kind;
import org.campaignbot.settings.Setting;
import org.campaignbot.settings.SettingRefusal;
import org.campaignbot.settings.SettingRules;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;
import org.campaignbot.times.ExactDay;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.WebReply;

/** One record, or what is so of the organization, with who changed it when; admins change it, by the rules of {@code ./bot settings}. */
public final class RecordPage {

    private static final int EDITS = 30;

    private static final Set<String> TOLD = Set.of("saved", "same", "back");

    private static final List<String> ORDER = List.of(
            "state",
            "status",
            "opens",
            "closes",
            "summary",
            "bill",
            "law",
            "url",
            "url_status",
            "opened_on",
            "opened_by",
            "who",
            "office",
            "number",
            "phone",
            "open_hours",
            "verified_on",
            "verified_by",
            "note",
            "review_after",
            "as_of",
            "source");

    /** Every change of what people are told needs its day anew, so the field starts empty. */
    private static final String DAY = "as_of";

    /** What a change needs is a source of the organizers' own, so the pack's isn't in the field. */
    private static final String SOURCE = "source";

    private RecordPage() {}

    /**
     * The page.
     *
     * @param seen stands for what was set when the page was made
     * @param values what holds now
     * @param fields the form; empty for whoever may not change it
     * @param isOpen whether the form is open, because something was refused
     * @param isSet whether organizers changed any of it, so that it can go back to the pack
     */
    public record Kept(
            String record,
            String title,
            String seen,
            List<Holds> values,
            List<FormField> fields,
            boolean isOpen,
            boolean isSet,
            List<SettingWords.ChangeLine> history) {}

    /** What holds now. */
    public record Holds(String name, String value, boolean isSet) {}

    static WebReply show(ConsoleVisit visit) {
        String record = visit.name();
        if (SettingWords.of(record, visit).isEmpty()) {
            return visit.trouble(404, "not-found", List.of());
        }
        return page(visit, 200, typed(record, visit), List.of(), visit.told("settings.told", TOLD));
    }

    static WebReply take(ConsoleVisit visit, FormFields fields) {
        String record = visit.name();
        List<Setting> all = SettingWords.of(record, visit);
        if (all.isEmpty()) {
            return visit.trouble(404, "not-found", List.of());
        }
        Settings settings = visit.host().data().settings();
        Version before = settings.current();
        Change change = fields.get("do").equals("back")
                ? Change.unset(visit.organizer().name(), visit.now(), keys(all, before))
                : new Change(visit.organizer().name(), visit.now(), changed(all, fields, before, visit));
        if (before.edits(change).isEmpty()) {
            return visit.seeOther("/console/settings/" + record + "?told=same");
        } else if (!seen(all, before).equals(fields.get("seen"))) {
            return page(visit, 409, fields, List.of(), visit.say("settings.changed"));
        }
        List<SettingRefusal> refusals =
                new SettingRules(visit.host().data().catalog()).check(before, change, EasternTime.dateAt(visit.now()));
        if (!refusals.isEmpty()) {
            return page(visit, 422, fields, refusals, visit.say("settings.unsaved"));
        } else if (!settings.change(before, change)) {
            return page(visit, 409, fields, List.of(), visit.say("settings.changed"));
        }
        return visit.seeOther(
                "/console/settings/" + record + (fields.get("do").equals("back") ? "?told=back" : "?told=saved"));
    }

    private static List<String> keys(List<Setting> all, Version version) {
        return all.stream()
                .map(Setting::key)
                .filter(each -> version.value(each) != null)
                .toList();
    }

    /** What the form changes: a field that is emptied goes back to the pack's value. */
    private static SortedMap<String, Optional<String>> changed(
            List<Setting> all, FormFields fields, Version before, ConsoleVisit visit) {
        Catalog catalog = visit.host().data().catalog();
        SortedMap<String, Optional<String>> changed = new TreeMap<>();
        for (Setting setting : all) {
            String typed = inDays(setting.kind(), fields.get(setting.key()).strip(), visit);
            boolean isDay = setting.field().equals(DAY);
            String was =
                    setting.field().equals(SOURCE) ? before.value(setting.key()) : catalog.value(before, setting.key());
            if (typed.isEmpty() && !isDay && before.value(setting.key()) != null) {
                changed.put(setting.key(), Optional.empty());
            } else if (!typed.isEmpty() && (isDay || !typed.equals(was))) {
                changed.put(setting.key(), Optional.of(typed));
            }
        }
        return changed;
    }

    /** A day in somebody's own words, "today" or "12/2", as settings keep it; anything else as it's typed. */
    private static String inDays(Kind kind, String typed, ConsoleVisit visit) {
        return kind.form() != Kind.Form.DAY
                ? typed
                : ExactDay.read(typed, EasternTime.dateAt(visit.now()))
                        .map(LocalDate::toString)
                        .orElse(typed);
    }

    /** Stands for what is set of a record. */
    private static String seen(List<Setting> all, Version version) {
        return Integer.toHexString(keys(all, version).stream()
                .sorted()
                .map(each -> each + "=" + version.value(each))
                .toList()
                .hashCode());
    }

    /** The values as they are typed. */
    private static FormFields typed(String record, ConsoleVisit visit) {
        Catalog catalog = visit.host().data().catalog();
        Version version = visit.host().data().settings().current();
        Map<String, String> typed = new TreeMap<>();
        for (Setting setting : SettingWords.of(record, visit)) {
            String value = setting.field().equals(SOURCE)
                    ? version.value(setting.key())
                    : catalog.value(version, setting.key());
            if (value != null && !setting.field().equals(DAY)) {
                typed.put(setting.key(), value);
            }
        }
        return new FormFields(typed);
    }

    private static WebReply page(
            ConsoleVisit visit, int status, FormFields typed, List<SettingRefusal> refusals, String notice) {
        String record = visit.name();
        List<Setting> all = inOrder(SettingWords.of(record, visit));
        Catalog catalog = visit.host().data().catalog();
        Version version = visit.host().data().settings().current();
        List<Holds> values = new ArrayList<>();
        List<FormField> fields = new ArrayList<>();
        for (Setting setting : all) {
            String value = catalog.value(version, setting.key());
            String now = SettingWords.value(value, setting.kind(), visit);
            if (value != null) {
                boolean isSet = version.value(setting.key()) != null;
                values.add(new Holds(SettingWords.label(setting, visit), now, isSet));
            }
            fields.add(FormField.of(
                    setting.key(),
                    SettingWords.label(setting, visit),
                    hint(setting, now, visit),
                    typed.get(setting.key()),
                    options(setting, visit),
                    refusals.stream()
                            .filter(each -> each.field().equals(setting.key()))
                            .map(each -> RefusalWords.of(each, visit))
                            .toList()));
        }
        String title = SettingWords.title(record, visit);
        Kept page = new Kept(
                record,
                title,
                seen(all, version),
                values,
                visit.isAllowed(ConsoleRoute.Rule.ADMIN) ? fields : List.of(),
                status != 200,
                !keys(all, version).isEmpty(),
                SettingWords.edits(record, visit).stream()
                        .limit(EDITS)
                        .map(each -> SettingWords.change(each, visit))
                        .toList());
        return visit.reply(status, "record", visit.page(title, "data", notice), Map.of("kept", page));
    }

    /** First how it stands, last what is about all the rest. */
    private static List<Setting> inOrder(List<Setting> all) {
        return all.stream().sorted(Comparator.comparingInt(RecordPage::place)).toList();
    }

    private static int place(Setting setting) {
        int place = ORDER.indexOf(setting.field().replaceFirst("[.].*", ""));
        return place < 0 ? ORDER.size() : place;
    }

    private static String hint(Setting setting, String now, ConsoleVisit visit) {
        if (setting.field().equals(DAY) || setting.field().equals(SOURCE)) {
            return visit.say("settings." + setting.field() + ".hint", now);
        }
        String own = "field." + setting.field() + ".hint";
        if (visit.knows(own)) {
            return visit.say(own);
        }
        return setting.kind().form() == Kind.Form.CHOICE || setting.kind().form() == Kind.Form.WORDS
                ? ""
                : RefusalWords.kind(setting.kind(), visit);
    }

    private static List<FormField.Option> options(Setting setting, ConsoleVisit visit) {
        if (setting.kind().form() != Kind.Form.CHOICE) {
            return List.of();
        }
        String pack = setting.fromPack();
        FormField.Option none = new FormField.Option(
                "",
                pack == null
                        ? visit.say("settings.nothing")
                        : visit.say("settings.pack-says", SettingWords.value(pack, setting.kind(), visit)));
        return Stream.concat(
                        Stream.of(none),
                        setting.kind().choices().stream()
                                .map(each -> new FormField.Option(each, visit.say("choice." + each))))
                .toList();
    }
}
