package campaignbot.alert.desk;

import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The facts by which the alert desk tells a conversation what it did, each a text; lists are texts with separators. */
final class DeskFacts {

    /** What is told: {@link #LIST}, {@link #ALERT}, {@link #FORM} or {@link #NOBODY}. */
    static final String PAGE = "desk_page";

    /** The alerts there are. */
    static final String LIST = "list";

    /** One alert, or why nothing came of it. */
    static final String ALERT = "alert";

    /** That a draft may be written. */
    static final String FORM = "form";

    /** That the alert on the screen is to be looked up. */
    static final String SHOW = "show";

    /** That the person has no role. */
    static final String NOBODY = "nobody";

    /** The alerts to choose from: the id, the record of the action and the word for the stage of each. */
    static final String LISTED = "desk_listed";

    /** The alert that is told of. */
    static final String ON_SCREEN = "desk_alert";

    /** The word for its stage. */
    static final String STAGE = "desk_stage";

    /** {@code yes} where the organizer who looks wrote it. */
    static final String MINE = "desk_mine";

    /** {@code yes} where the check found what the organizer who looks must have read before approving it. */
    static final String UNREAD = "desk_unread";

    /** What it says: the name of each language, and the words. */
    static final String WORDING = "desk_wording";

    /** What the check found, each as named values. */
    static final String FINDINGS = "desk_findings";

    /** What cannot be read in a draft, each as named values. */
    static final String UNREADABLE = "desk_unreadable";

    /** The word for why something was not done. */
    static final String WHY = "desk_why";

    /** That {@link #UNREADABLE} tells why. */
    static final String IS_UNREADABLE = "unreadable";

    /** The record of the action that the alert on the screen asks for. */
    static final String ASKS = "desk_asks";

    /** When it begins, and when it ends, as instants. */
    static final String BEGINS = "desk_begins";

    static final String ENDS = "desk_ends";

    /** What it is to an earlier one. */
    static final String KIND = "desk_kind";

    /** That earlier one. */
    static final String EARLIER = "desk_earlier";

    /** Of how many nobody knows whether they got it. */
    static final String UNKNOWN = "desk_unknown";

    /** How many it was sent to. */
    static final String SENT = "desk_sent";

    /** Stands between two entries, which may hold line breaks. */
    private static final String ENTRY = "\u001e";

    /** Stands between the parts of an entry. */
    private static final String PART = "\u001f";

    /** Stands between a name and its value. */
    private static final String IS = "=";

    private DeskFacts() {}

    /** A list of entries as one text. */
    static String text(List<List<String>> entries) {
        return String.join(
                ENTRY, entries.stream().map(entry -> String.join(PART, entry)).toList());
    }

    /** A list of entries with named values as one text. */
    static String named(List<Map<String, String>> entries) {
        return text(entries.stream()
                .map(entry -> new TreeMap<>(entry)
                        .entrySet().stream()
                                .map(value -> value.getKey() + IS + value.getValue())
                                .toList())
                .toList());
    }

    /** The rows of a list with named values; none where the fact is not known. */
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

    /** The rows of a list, with these names for the parts of an entry; none where the fact is not known. */
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
