package org.campaignbot.app.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.settings.Version;

/** Stores settings in a YAML file under the data folder, shared by all processes of the installation. */
public final class FileSettings implements Settings {

    /** The maximum size of the history in characters; older edits are dropped first. A YAML file that we read may have a million. */
    private static final int LONGEST_HISTORY = 600_000;

    private static final String HEAD = """
            # What organizers changed. Written by ./bot settings, which checks each change: use it rather than an editor.
            """;

    private final LockedFile file;

    /** The settings of a campaign under a data folder; neither the folder nor the file need exist. */
    public FileSettings(Path data, String campaign) {
        this.file = new LockedFile(data.resolve("settings").resolve(campaign + ".yaml"));
    }

    private record Kept(Version version, List<Edit> history) {}

    @Override
    public Version current() {
        return read().version();
    }

    @Override
    public List<Edit> history() {
        return read().history();
    }

    @Override
    public boolean change(Version seen, Change change) {
        return file.locked(() -> {
            Kept kept = read();
            if (kept.version().number() != seen.number()) {
                return false;
            }
            Version next = kept.version().after(change);
            if (!next.equals(kept.version())) {
                List<Edit> history = new ArrayList<>(kept.history());
                history.addAll(kept.version().edits(change));
                file.replace(text(next, history));
            }
            return true;
        });
    }

    /**
     * Replays every change of the file on other settings, once, and puts the file aside. After a crash it resumes at the change
     * where it stopped.
     *
     * @param now the time to record for a change whose own time is no longer in the file
     */
    void moveTo(Settings other, Instant now) {
        if (!file.isThere()) {
            return;
        }
        file.locked(() -> {
            Kept kept = read();
            List<Change> changes = changes(kept.history);
            int moved = (int) Math.min(changes.size(), other.current().number());
            changes.subList(moved, changes.size()).forEach(change -> other.change(other.current(), change));
            Version reached = other.current();
            if (moved < changes.size() || reached.number() == 0) {
                // A file that grew too long dropped old edits, so its values can contain more than its history.
                Change rest = new Change("the settings file", now, difference(reached, kept.version));
                other.change(reached, rest);
            }
            if (file.isThere()) {
                file.putAside();
            }
            return kept;
        });
    }

    private static List<Change> changes(List<Edit> history) {
        Map<Long, List<Edit>> byVersion = new TreeMap<>();
        history.forEach(edit -> byVersion
                .computeIfAbsent(edit.version(), version -> new ArrayList<>())
                .add(edit));
        return byVersion.values().stream()
                .map(edits -> {
                    SortedMap<String, Optional<String>> values = new TreeMap<>();
                    edits.forEach(edit -> values.put(edit.key(), Optional.ofNullable(edit.to())));
                    return new Change(edits.get(0).who(), edits.get(0).at(), values);
                })
                .toList();
    }

    private static SortedMap<String, Optional<String>> difference(Version from, Version to) {
        SortedMap<String, Optional<String>> values = new TreeMap<>();
        from.values().keySet().forEach(key -> values.put(key, Optional.ofNullable(to.value(key))));
        to.values().forEach((key, value) -> values.put(key, Optional.of(value)));
        return values;
    }

    private Kept read() {
        try {
            KeptYaml yaml = new KeptYaml(file.path(), file.read());
            String number = Objects.requireNonNullElse(yaml.text("version"), "0");
            List<Edit> history = new ArrayList<>();
            for (Map<String, String> edit : yaml.list("history")) {
                history.add(new Edit(
                        Long.parseLong(part(edit, "version")),
                        Instant.parse(part(edit, "at")),
                        part(edit, "who"),
                        part(edit, "key"),
                        edit.get("from"),
                        edit.get("to")));
            }
            return new Kept(new Version(Long.parseLong(number), new TreeMap<>(yaml.map("values"))), history);
        } catch (KeptYaml.Broken broken) {
            throw unreadable(broken.getMessage());
        } catch (NumberFormatException | DateTimeException broken) {
            throw unreadable(file.path() + ": " + broken.getMessage());
        }
    }

    private static String part(Map<String, String> edit, String name) throws KeptYaml.Broken {
        String part = edit.get(name);
        if (part == null) {
            throw new KeptYaml.Broken("an edit of the history has no \"" + name + "\"");
        }
        return part;
    }

    private UnreadableSettings unreadable(@org.jspecify.annotations.Nullable String trouble) {
        return new UnreadableSettings("The settings in " + file.path() + " cannot be read: " + trouble
                + "\nMend the file, or move it away to go on with what the pack says. Nothing was changed.");
    }

    private static String text(Version version, List<Edit> history) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("version: ").append(version.number()).append("\nvalues:");
        text.append(version.values().isEmpty() ? " {}\n" : "\n");
        version.values()
                .forEach((key, value) -> text.append("  ")
                        .append(JsonOutput.write(key))
                        .append(": ")
                        .append(JsonOutput.write(value))
                        .append('\n'));
        List<String> lines = new ArrayList<>();
        int length = 0;
        for (int i = history.size() - 1; i >= 0; i--) {
            String line = "  - " + line(history.get(i)) + "\n";
            length += line.length();
            if (length > LONGEST_HISTORY) {
                break;
            }
            lines.add(0, line);
        }
        text.append("history:").append(lines.isEmpty() ? " []\n" : "\n");
        lines.forEach(text::append);
        return text.toString();
    }

    private static String line(Edit edit) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("version", Long.toString(edit.version()));
        line.put("at", edit.at().toString());
        line.put("who", edit.who());
        line.put("key", edit.key());
        if (edit.from() != null) {
            line.put("from", edit.from());
        }
        if (edit.to() != null) {
            line.put("to", edit.to());
        }
        return JsonOutput.write(line);
    }
}
