package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The five files that unitedstates/congress-legislators publishes about the members and their committees. */
record Upstream(
        List<Entry> legislators,
        List<Entry> offices,
        List<Entry> social,
        List<Entry> committees,
        Map<String, List<Entry>> membership) {

    static final String LEGISLATORS = "legislators-current.yaml";
    static final String OFFICES = "legislators-district-offices.yaml";
    static final String SOCIAL = "legislators-social-media.yaml";
    static final String COMMITTEES = "committees-current.yaml";
    static final String MEMBERSHIP = "committee-membership-current.yaml";

    /** The names of all five. */
    static final List<String> FILES = List.of(LEGISLATORS, OFFICES, SOCIAL, COMMITTEES, MEMBERSHIP);

    /** The maximum number of characters in a file: several times what the source's have, and little enough for a server's heap. */
    private static final int LONGEST = 8_000_000;

    /** Whether a folder contains any of the files. */
    static boolean isIn(Path folder) {
        return FILES.stream().anyMatch(file -> Files.exists(folder.resolve(file)));
    }

    /** Reads all five; empty if a refusal was added instead. */
    static Optional<Upstream> read(Path folder, List<RefreshRefusal> refusals) {
        int before = refusals.size();
        Object membership = load(folder, MEMBERSHIP, refusals);
        Map<String, List<Entry>> members = Entry.of(membership).keys().entrySet().stream()
                .collect(
                        Collectors.toMap(each -> String.valueOf(each.getKey()), each -> Entry.listOf(each.getValue())));
        Upstream upstream = new Upstream(
                Entry.listOf(load(folder, LEGISLATORS, refusals)),
                Entry.listOf(load(folder, OFFICES, refusals)),
                Entry.listOf(load(folder, SOCIAL, refusals)),
                Entry.listOf(load(folder, COMMITTEES, refusals)),
                members);
        return refusals.size() == before ? Optional.of(upstream) : Optional.empty();
    }

    private static Object load(Path folder, String file, List<RefreshRefusal> refusals) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new TextSchema())
                .setCodePointLimit(LONGEST)
                .build();
        try {
            String text = Files.readString(folder.resolve(file));
            Object value = new Load(settings).loadFromString(text);
            boolean hasEntries = value instanceof List<?> || value instanceof Map<?, ?>;
            // What is left of a file may well be YAML, but the source ends every line.
            if (hasEntries && text.endsWith("\n")) {
                return value;
            }
            refusals.add(new RefreshRefusal(
                    RefreshRefusal.Kind.UNREADABLE,
                    file + (hasEntries ? " is cut off: its last line has no end" : " holds no entries")));
        } catch (YamlEngineException e) {
            refusals.add(new RefreshRefusal(RefreshRefusal.Kind.UNREADABLE, file + " is not YAML: " + e.getMessage()));
        } catch (IOException e) {
            refusals.add(new RefreshRefusal(
                    RefreshRefusal.Kind.UNREADABLE,
                    file + (Files.exists(folder.resolve(file)) ? " cannot be read as UTF-8" : " is missing")
                            + "; the five files of the source are read together"));
        }
        return List.of();
    }

    /** Keeps every scalar as text: {@code 00172} isn't a number; and a file without any is an empty text. */
    static final class TextSchema extends FailsafeSchema {

        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            Map<Tag, ConstructNode> constructors = new HashMap<>(super.getSchemaTagConstructors());
            constructors.put(Tag.NULL, node -> "");
            return constructors;
        }
    }
}
