package campaignbot.content.refresh;

import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Every scalar stays the text that it is: {@code 00172} is no number; and a file without any is an empty text. */
final class TextSchema extends FailsafeSchema {

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        Map<Tag, ConstructNode> constructors = new HashMap<>(super.getSchemaTagConstructors());
        constructors.put(Tag.NULL, node -> "");
        return constructors;
    }
}
