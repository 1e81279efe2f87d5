package org.campaignbot.content.refresh;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Describes what a new table of ZIP codes would change. */
final class ZipChange {

    private ZipChange() {}

    static List<String> lines(Table before, Table after) {
        Map<String, String> old = new HashMap<>();
        before.rows().forEach(row -> old.put(row.get("zip"), row.get("districts")));
        long came = after.rows().stream()
                .filter(row -> !old.containsKey(row.get("zip")))
                .count();
        long changed = after.rows().stream()
                .filter(row -> !row.get("districts").equals(old.getOrDefault(row.get("zip"), row.get("districts"))))
                .count();
        long left = before.rows().size() - (after.rows().size() - came);
        return List.of(
                "ZIP codes left: " + left,
                "ZIP codes came: " + came,
                "ZIP codes with other districts: " + changed + " of "
                        + after.rows().size());
    }
}
