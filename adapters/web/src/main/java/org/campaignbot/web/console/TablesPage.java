package org.campaignbot.web.console;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.campaignbot.alert.desk.WrongNumberChoice;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.CorrectionStanding;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.Page;
import org.campaignbot.web.WebReply;

/** The tables of lawmakers: how old they are, what is new at their source, and what organizers corrected. */
public final class TablesPage {

    static final String PATH = "/console/tables";

    private static final Set<String> TOLD = Set.of(
            "corrected",
            "ended",
            "hidden",
            "gone",
            "again",
            "dismissed",
            "names-used",
            "names-gone",
            "names-soon",
            "names-failed");

    private TablesPage() {}

    /**
     * The page.
     *
     * @param looked when the server looked for new ones; empty if it hasn't, or doesn't
     * @param isOn whether it looks at all
     * @param says what it says of that, for whoever runs the server
     * @param report what the new ones change, in lines
     * @param offer how many of the offered names have no number; empty if none are offered
     */
    public record Tables(
            TodayPage.Tables age,
            boolean isOn,
            String looked,
            String says,
            List<String> report,
            String offer,
            List<TodayPage.Wrong> numbers,
            List<Corrected> corrections,
            boolean mayChange) {}

    /**
     * The corrections of a seat, a number or a state's map.
     *
     * @param seen stands for what they say, so that a stale page ends no others
     */
    public record Corrected(String of, String seen, List<Line> lines) {}

    /** What a correction says, from where, and how it stands. */
    public record Line(String says, String note, String standing) {}

    static WebReply show(ConsoleVisit visit) {
        return page(visit, 200, visit.told("tables.told", TOLD));
    }

    static WebReply take(ConsoleVisit visit, FormFields fields) {
        String number = fields.get("number").strip();
        return switch (fields.get("do")) {
            case "hide" ->
                told(
                        visit,
                        choice(visit)
                                .hide(number, visit.organizer().name(), visit.now())
                                .word());
            case "dismiss" -> {
                visit.host().numbers().dismiss(number);
                yield told(visit, "dismissed");
            }
            case "use-names" ->
                told(
                        visit,
                        "names-"
                                + visit.host().data().tables().useNames().name().toLowerCase(Locale.ROOT));
            case "end" -> end(visit, fields);
            default -> visit.seeOther(PATH);
        };
    }

    private static WebReply told(ConsoleVisit visit, String what) {
        return visit.seeOther(PATH + "?told=" + what);
    }

    private static WrongNumberChoice choice(ConsoleVisit visit) {
        ConsoleHost host = visit.host();
        return new WrongNumberChoice(host.numbers(), host.data().settings(), host.directory());
    }

    private static WebReply end(ConsoleVisit visit, FormFields fields) {
        String of = fields.get("of");
        Settings settings = visit.host().data().settings();
        Version before = settings.current();
        Change change = Corrections.takingBack(of, visit.organizer().name(), visit.now(), before);
        if (change.values().isEmpty()) {
            return told(visit, "ended");
        } else if (!seen(of, before).equals(fields.get("seen")) || !settings.change(before, change)) {
            return page(visit, 409, visit.say("data.changed"));
        }
        return told(visit, "ended");
    }

    /** Stands for the corrections of a seat or number in a version. */
    private static String seen(String of, Version version) {
        return Integer.toHexString(Corrections.in(version).values().stream()
                .filter(each -> each.of().equals(of))
                .toList()
                .hashCode());
    }

    private static WebReply page(ConsoleVisit visit, int status, String notice) {
        ConsoleHost host = visit.host();
        LocalDate today = EasternTime.dateAt(visit.now());
        LocalDate asOf = host.directory().get().asOf();
        DataHost.TableLook.Seen look = host.data().tables().seen();
        Tables page = new Tables(
                TodayPage.Tables.of(asOf, ChronoUnit.DAYS.between(asOf, today), visit.language()),
                look.isOn(),
                look.at().map(visit::time).orElse(""),
                look.says(),
                look.report(),
                look.withoutNumber().isPresent()
                        ? Integer.toString(look.withoutNumber().getAsInt())
                        : "",
                TodayPage.wrong(visit),
                corrections(visit, today),
                visit.isAllowed(ConsoleRoute.Rule.ORGANIZER));
        return visit.reply(
                status, "tables", visit.page(visit.say("tables.title"), "data", notice), Map.of("tables", page));
    }

    private static List<Corrected> corrections(ConsoleVisit visit, LocalDate today) {
        Version version = visit.host().data().settings().current();
        List<Correction> all = List.copyOf(Corrections.in(version).values());
        // The bot takes a correction within seconds; whoever has just made one sees it at once.
        Directory tables = visit.host().directory().get();
        Directory corrected = all.isEmpty() ? tables : tables.corrected(all, today);
        Map<String, List<Line>> lines = new TreeMap<>();
        for (Correction each : all) {
            CorrectionStanding standing = CorrectionStanding.of(each, corrected, today);
            LocalDate day = standing.day();
            lines.computeIfAbsent(each.of(), of -> new ArrayList<>())
                    .add(new Line(
                            sentence(visit, each),
                            note(visit, each.note()),
                            visit.say(
                                    "standing." + standing.stage().word(),
                                    day == null ? "" : Page.day(day, visit.language()))));
        }
        return lines.entrySet().stream()
                .map(each -> new Corrected(each.getKey(), seen(each.getKey(), version), each.getValue()))
                .toList();
    }

    private static String note(ConsoleVisit visit, Correction.Note note) {
        String from = visit.say("correction.note", note.source(), Page.day(note.asOf(), visit.language()));
        return from
                + note.until()
                        .map(until -> " " + visit.say("correction.until", Page.day(until, visit.language())))
                        .orElse("");
    }

    /** What a correction says, in words. */
    static String sentence(ConsoleVisit visit, Correction correction) {
        String of = correction.of();
        if (correction instanceof Correction.Holder holder) {
            String since = Page.day(holder.since(), visit.language());
            return holder.member()
                    .map(each ->
                            visit.say("correction.holder", each.name(), visit.say("choice." + each.party()), of, since))
                    .orElseGet(() -> visit.say("correction.vacant", of, since));
        } else if (correction instanceof Correction.Phone phone) {
            return visit.say("correction.phone", of, phone.number());
        } else if (correction instanceof Correction.Site site) {
            return visit.say("correction.site", of, site.address());
        } else if (correction instanceof Correction.KeptMap kept) {
            return visit.say("correction.map", of, Integer.toString(kept.map()), Integer.toString(kept.congress()));
        }
        return ((Correction.NumberChange) correction)
                .instead()
                .map(right -> visit.say("correction.instead", of, right))
                .orElseGet(() -> visit.say("correction.hidden", of));
    }
}
