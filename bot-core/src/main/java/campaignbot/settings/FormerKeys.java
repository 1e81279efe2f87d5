package campaignbot.settings;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keys that settings had in earlier versions of the bot, for whoever reads what such a version kept. */
public final class FormerKeys {

    private FormerKeys() {}

    /**
     * The present key of a setting. The day on which the organization approved the bot was called {@code approval} before that
     * came to say who approves alerts; the kinds of their values tell the two apart.
     *
     * @param value a value that was kept for it, or null
     */
    public static String present(String key, @Nullable String value) {
        return key.equals(Catalogue.APPROVAL)
                        && value != null
                        && Kind.DAY.accepts().test(value)
                ? Catalogue.APPROVED_ON
                : key;
    }

    /** Values under the present keys. */
    public static Map<String, String> present(Map<String, String> values) {
        Map<String, String> present = new TreeMap<>();
        values.forEach((key, value) -> present.put(present(key, value), value));
        return present;
    }
}
