package org.campaignbot.content.yaml;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes mappings, lists and texts as YAML for people to continue editing. */
public final class YamlText {

    /** The line length beyond which a text goes below its key. */
    private static final int WIDTH = 100;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}(¿¡«][^\\n]*");
    private static final Pattern TOLD_APART = Pattern.compile(": |:$| #|\\s$");
    private static final String STEP = "  ";

    private YamlText() {}

    /** Writes a mapping of names to texts, nodes, lists or mappings, one key per line. */
    public static String of(Map<String, ?> mapping) {
        StringBuilder out = new StringBuilder();
        mapping.forEach((key, value) -> write(out, "", key + ":", value));
        return out.toString();
    }

    private static void write(StringBuilder out, String indent, String before, Object value) {
        if (value instanceof Node.Sequence sequence) {
            list(out, indent, before, sequence.items());
        } else if (value instanceof Node.Mapping mapping) {
            out.append(indent).append(before).append('\n');
            mapping.entries().forEach(entry -> write(out, indent + STEP, entry.name() + ":", entry.value()));
        } else if (value instanceof Map<?, ?> mapping) {
            out.append(indent).append(before).append('\n');
            mapping.forEach((key, below) -> write(out, indent + STEP, key + ":", below));
        } else {
            text(out, indent, before, value instanceof Node.Scalar scalar ? scalar.text() : value.toString());
        }
    }

    private static void list(StringBuilder out, String indent, String before, List<Node> items) {
        boolean words = items.stream()
                .allMatch(item -> item instanceof Node.Scalar text
                        && text.text().length() < WIDTH
                        && isPlain(text.text())
                        && !text.text().contains(","));
        if (words) {
            out.append(indent).append(before).append(" [");
            out.append(String.join(
                    ", ",
                    items.stream().map(item -> ((Node.Scalar) item).text()).toList()));
            out.append("]\n");
            return;
        }
        out.append(indent).append(before).append('\n');
        for (Node item : items) {
            StringBuilder below = new StringBuilder();
            if (item instanceof Node.Mapping mapping) {
                mapping.entries().forEach(entry -> write(below, STEP, entry.name() + ":", entry.value()));
            } else {
                write(below, STEP, "", item);
            }
            String written = below.toString().replaceAll("(?m)^(?=.)", indent + STEP);
            out.append(indent).append(STEP).append("- ").append(written.strip()).append('\n');
        }
    }

    private static void text(StringBuilder out, String indent, String before, String text) {
        String gap = before.isEmpty() ? "" : " ";
        if (text.strip().contains("\n") || text.length() > WIDTH) {
            out.append(indent).append(before).append(gap).append("|\n");
            text.strip()
                    .lines()
                    .forEach(line -> out.append(line.isEmpty() ? "" : indent + STEP)
                            .append(line)
                            .append('\n'));
        } else {
            out.append(indent)
                    .append(before)
                    .append(gap)
                    .append(isPlain(text.strip()) ? text.strip() : quoted(text))
                    .append('\n');
        }
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !TOLD_APART.matcher(text).find();
    }

    private static String quoted(String text) {
        return "'" + text.strip().replace("'", "''") + "'";
    }
}
