package org.campaignbot.flow;

import org.jspecify.annotations.Nullable;

/** Looks up the values that a template's words name. */
@FunctionalInterface
public interface Values {

    /** The value of a fact or record by its first name, or null if there is none. */
    @Nullable
    Value named(String name);

    /** The value at a dotted path such as {@code senator.name}, or null if a part of the path is missing. */
    default @Nullable Value at(String path) {
        int dot = path.indexOf('.');
        Value value = named(dot < 0 ? path : path.substring(0, dot));
        while (dot >= 0 && value instanceof Value.Row row) {
            int next = path.indexOf('.', dot + 1);
            value = row.fields().get(next < 0 ? path.substring(dot + 1) : path.substring(dot + 1, next));
            dot = next;
        }
        return dot < 0 ? value : null;
    }

    /** These values, but looking in a row's own fields first. */
    default Values within(Value.Row row) {
        return name -> {
            Value own = row.fields().get(name);
            return own != null ? own : named(name);
        };
    }
}
