package org.campaignbot.alert.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.flow.Value;

/** The facts that tell a conversation what the alert desk did, each a text; lists are texts with separators. */
final class DeskFacts {

    /** What the answer is about: {@link #LIST}, {@link #ALERT}, {@link #FORM} or {@link #NOBODY}. */
    static final String PAGE = "desk_page";

    /** A list of alerts. */
    static final String LIST = "list";

    /** One alert, or why nothing was done. */
    static final String ALERT = "alert";

    /** A draft may be written. */
    static final String FORM = "form";

    /** The alert on the screen should be looked up. */
    static final String SHOW = "show";

    /** The person has no role. */
    static final String NOBODY = "nobody";

    /** The alerts to choose from: for each, the id, the record of the action and the word for the stage. */
    static final String LISTED = "desk_listed";

    /** The alert that is shown. */
    static final String ON_SCREEN = "desk_alert";

    /** The word for its stage. */
    static final String STAGE = "desk_stage";

    /** {@code yes} if the organizer who looks wrote it. */
    static final String MINE = "desk_mine";

    /** {@code yes} if the organizer who looks must read a finding before approving it. */
    static final String UNREAD = "desk_unread";

    /** Its text: the name of each language, and the words. */
    static final String WORDING = "desk_wording";

    /** The findings of the check, each as named values. */
    static final String FINDINGS = "desk_findings";

    /** The parts of a draft that can't be read, each as named values. */
    static final String UNREADABLE = "desk_unreadable";

    /** The word for why something was not done. */
    static final String WHY = "desk_why";

    /** Says that {@link #UNREADABLE} tells why. */
    static final String IS_UNREADABLE = "unreadable";

    /** The record of the action that the alert on the screen asks for. */
    static final String ASKS = "desk_asks";

    /** When it begins, and when it ends, as instants. */
    static final String BEGINS = "desk_begins";

    static final String ENDS = "desk_ends";

    /** How it relates to an earlier alert. */
    static final String KIND = "desk_kind";

    /** That earlier alert. */
    static final String EARLIER = "desk_earlier";

    /** How many recipients are in state unknown. */
    static final String UNKNOWN = "desk_unknown";

    /** How many it was sent to. */
    static final String SENT = "desk_sent";

    /** Separates entries, which may contain line breaks. */
    private static final String ENTRY = "\u001e";

    /** Separates the parts of an entry. */
    private static final String PART = "\u001f";

    /** Separates a name from its value. */
    private static final String IS = "=";

    private DeskFacts() {}

    /** Writes a list of entries as one text. */
    static String text(List<List<String>> entries) {
        return String.join(
                ENTRY, entries.stream().map(entry -> String.join(PART, entry)).toList());
    }

    /** Writes a list of entries with named values as one text. */
    static String named(List<Map<String, String>> entries) {
        return text(entries.stream()
                .map(entry -> new TreeMap<>(entry)
                        .entrySet().stream()
                                .map(value -> value.getKey() + IS + value.getValue())
                                .toList())
                .toList());
    }

    /** The rows of a list with named values; none if the fact isn't known. */
    static Value.Rows rows(JavaStep.Facts facts, String fact, BiFunction<String, String, Value> reader) {
        List<Value.Row> rows = new ArrayList<>();
        for (String entry : entries(facts, fact)) {
            Map<String, Value> row = new HashMap<>();
            for (String part : entry.split(PART, -1)) {
                int is = part.indexOf(IS);
                if (is > 0) {
                    row.put(part.substring(0, is), reader.apply(part.substring(0, is), part.substring(is + 1)));
                }
            }
            rows.add(new Value.Row(row));
        }
        return new Value.Rows(rows);
    }

    private static String[] entries(JavaStep.Facts facts, String fact) {
        String text = Objects.requireNonNullElse(facts.text(fact), "");
        return text.isEmpty() ? new String[0] : text.split(ENTRY, -1);
    }

    /** The rows of a list, with these names for the parts of an entry; none if the fact isn't known. */
    static Value.Rows rows(JavaStep.Facts facts, String fact, List<String> names) {
        List<Value.Row> rows = new ArrayList<>();
        for (String entry : entries(facts, fact)) {
            String[] parts = entry.split(PART, names.size());
            if (parts.length == names.size()) {
                Map<String, Value> row = new HashMap<>();
                for (int i = 0; i < parts.length; i++) {
                    row.put(names.get(i), new Value.Text(parts[i]));
                }
                rows.add(new Value.Row(row));
            }
        }
        return new Value.Rows(rows);
    }
}
