package org.campaignbot.conversation;

import java.util.List;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** One entry of a list that a question offers, besides the answers its author wrote. */
record Option(Value.Row row) {

    /** Prefixes the marks of options; no author's name can start with it. */
    private static final String MARK = "=";

    /** The options of a list; none if it isn't held. */
    static List<Option> of(@Nullable Value list) {
        return list instanceof Value.Rows rows
                ? rows.rows().stream().map(Option::new).toList()
                : List.of();
    }

    String name() {
        return value() instanceof Value.Text text ? text.text() : label();
    }

    String label() {
        return row.fields().get("label") instanceof Value.Text text ? text.text() : "";
    }

    /** The value to keep when it's chosen, or null. */
    @Nullable
    Value value() {
        return row.fields().get("value");
    }

    /**
     * The digest that identifies it on its button. A button's data passes through third parties, and the option's name may be
     * long and may reveal where somebody lives.
     */
    String mark() {
        return MARK + Shape.digest(name());
    }
}
