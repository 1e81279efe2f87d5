package org.campaignbot.web.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignbot.organizers.AuditEntry;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Version;
import org.campaignbot.web.WebReply;

/** Who did what about roles, sign-ins, settings and corrections, the latest first. */
public final class AuditPage {

    private static final int ON_A_PAGE = 30;

    private AuditPage() {}

    /**
     * A part of the trail.
     *
     * @param earlier the number of the page with earlier entries; 0 if there is none
     * @param later the number of the page with later ones; 0 if there is none
     */
    public record Trail(List<Line> lines, int earlier, int later) {}

    /** An entry in words. */
    public record Line(String when, String who, String what) {}

    private record Dated(Instant at, Line line) {}

    static WebReply show(ConsoleVisit visit) {
        List<Dated> all = new ArrayList<>();
        visit.host().organizers().audit().forEach(each -> all.add(new Dated(each.at(), line(each, visit))));
        List<List<Edit>> versions = new ArrayList<>(visit.host().data().settings().history().stream()
                .collect(Collectors.groupingBy(Edit::version, TreeMap::new, Collectors.toList()))
                .values());
        Collections.reverse(versions);
        versions.forEach(each -> all.addAll(lines(each, visit)));
        // The sort is stable, so entries of one moment stay in their order.
        all.sort(Comparator.comparing(Dated::at).reversed());
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int page = Math.min(pages, number(visit.query("page")));
        Trail trail = new Trail(
                all.stream()
                        .skip((long) (page - 1) * ON_A_PAGE)
                        .limit(ON_A_PAGE)
                        .map(Dated::line)
                        .toList(),
                page < pages ? page + 1 : 0,
                page - 1);
        return visit.reply(200, "audit", visit.page(visit.say("audit.title"), "data", ""), Map.of("trail", trail));
    }

    private static int number(String typed) {
        return typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
    }

    private static Line line(AuditEntry entry, ConsoleVisit visit) {
        String act = entry.act().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Line(visit.time(entry.at()), who(entry.by(), visit), visit.say("did." + act, entry.whom()));
    }

    /** What a version changed: a line for each record of settings, and for each thing whose correction changed. */
    private static List<Dated> lines(List<Edit> edits, ConsoleVisit visit) {
        Map<String, List<Edit>> records = edits.stream()
                .collect(Collectors.groupingBy(AuditPage::record, LinkedHashMap::new, Collectors.toList()));
        List<Dated> lines = new ArrayList<>();
        records.forEach((record, some) -> {
            Edit first = some.get(0);
            String what =
                    Corrections.has(first.key()) ? correction(record, some, visit) : settings(record, some, visit);
            lines.add(new Dated(first.at(), new Line(visit.time(first.at()), first.who(), what)));
        });
        return lines;
    }

    private static String record(Edit edit) {
        return edit.record().isEmpty() ? SettingWords.ORGANIZATION : edit.record();
    }

    private static String settings(String record, List<Edit> edits, ConsoleVisit visit) {
        return SettingWords.title(record, visit) + ": "
                + edits.stream()
                        .map(each -> SettingWords.change(each, visit))
                        .map(each -> visit.say("audit.set", each.what(), each.from(), each.to()))
                        .collect(Collectors.joining("; "));
    }

    private static String correction(String record, List<Edit> edits, ConsoleVisit visit) {
        SortedMap<String, String> after = new TreeMap<>();
        edits.forEach(each -> {
            String to = each.to();
            if (to != null) {
                after.put(each.key(), to);
            }
        });
        String of = record.substring(record.indexOf('-') + 1);
        return after.isEmpty()
                ? visit.say("audit.ended", of)
                : Corrections.in(new Version(1, after)).values().stream()
                        .findFirst()
                        .map(each -> visit.say("audit.corrected", TablesPage.sentence(visit, each)))
                        // What stayed the same isn't among the edits.
                        .orElseGet(() -> visit.say("audit.corrected", of));
    }

    private static String who(String name, ConsoleVisit visit) {
        return name.equals(Organizers.OPERATOR) ? visit.say("audit.operator") : name;
    }
}
