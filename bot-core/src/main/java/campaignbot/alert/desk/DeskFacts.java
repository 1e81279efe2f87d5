package campaignbot.alert.desk;

import campaignbot.conversation.JavaStep;
import campaignbot.flow.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** That the person has no role. */
    static final String NOBODY = "nobody";

    /** The alerts to choose from: the id and a label of each. */
    static final String LISTED = "desk_listed";

    /** The alert that is told of. */
    static final String ON_SCREEN = "desk_alert";

    /** The word for its stage. */
    static final String STAGE = "desk_stage";

    /** {@code yes} where the organizer who looks wrote it. */
    static final String MINE = "desk_mine";

    /** What it says: the name of each language, and the words. */
    static final String WORDING = "desk_wording";

    /** What the check found, a line each. */
    static final String FINDINGS = "desk_findings";

    /** Stands between two entries, which may hold line breaks. */
    private static final String ENTRY = "\u001e";

    /** Stands between the parts of an entry. */
    private static final String PART = "\u001f";

    private DeskFacts() {}

    /** A list of entries as one text. */
    static String text(List<List<String>> entries) {
        return String.join(
                ENTRY, entries.stream().map(entry -> String.join(PART, entry)).toList());
    }

    /** The rows of a list, with these names for the parts of an entry; none where the fact is not known. */
    static Value.Rows rows(JavaStep.Facts facts, String fact, List<String> names) {
        String text = Objects.requireNonNullElse(facts.text(fact), "");
        List<Value.Row> rows = new ArrayList<>();
        for (String entry : text.isEmpty() ? new String[0] : text.split(ENTRY, -1)) {
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
