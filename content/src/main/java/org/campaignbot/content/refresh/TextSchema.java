package org.campaignbot.content.refresh;

import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Keeps every scalar as text: {@code 00172} isn't a number; and a file without any is an empty text. */
final class TextSchema extends FailsafeSchema {

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        Map<Tag, ConstructNode> constructors = new HashMap<>(super.getSchemaTagConstructors());
        constructors.put(Tag.NULL, node -> "");
        return constructors;
    }
}
