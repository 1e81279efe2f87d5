package campaignbot.conversation;

import campaignbot.flow.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the things that a question lets choose from, besides the answers that its author wrote. */
record Option(Value.Row row) {

    /** Begins the marks of options, as no name that an author gives can. */
    private static final String MARK = "=";

    /** The options of a list; none where it is not held. */
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

    /** What is kept where it is chosen, or null. */
    @Nullable
    Value value() {
        return row.fields().get("value");
    }

    /**
     * What stands for it on its button: a digest, since its name may be long and may tell where somebody lives, and what a button
     * carries goes through other hands.
     */
    String mark() {
        return MARK + Shape.digest(name());
    }
}
