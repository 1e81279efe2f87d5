package org.campaignbot.content.check;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Template.SpanPattern;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Block;
import org.campaignbot.message.Span;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * What words can become when they are said: every combination of their forms, each value at its longest.
 *
 * <p>Forms by the same value change together, so a text that is short in one place and long in another isn't taken for long in
 * both.
 */
final class LongestText {

    /** Beyond so many combinations, each form is tried beside the first of all others. */
    private static final int MOST = 512;

    /** How many rows of a list people see, where it isn't a record's own. */
    private static final int ROWS = 3;

    private final Pack pack;
    private final LongestValues values;

    LongestText(Pack pack) {
        this.pack = pack;
        this.values = new LongestValues(pack);
    }

    /** One combination of forms, such as {@code calls=one}, and what is said with it; {@code other} is left out. */
    record Variant(String forms, List<Block> blocks) {

        /** The words for a problem that tell which forms this is about; empty if they are all the usual ones. */
        String where() {
            return forms.isEmpty() ? "" : ", with " + forms;
        }
    }

    /** All variants of words that are said one after the other. */
    List<Variant> variants(List<Words> words, Language language) {
        Map<String, Set<String>> forms = new TreeMap<>();
        words.forEach(each -> forms(each, forms));
        List<Variant> variants = new ArrayList<>();
        for (Map<String, String> picked : combinations(forms)) {
            List<Block> blocks = new ArrayList<>();
            words.forEach(each -> say(each, picked, language, blocks));
            StringBuilder name = new StringBuilder();
            picked.forEach((by, form) -> {
                if (!form.equals(Words.OTHER)) {
                    name.append(name.isEmpty() ? "" : " ").append(by + "=" + form);
                }
            });
            variants.add(new Variant(name.toString(), joined(blocks)));
        }
        return variants;
    }

    private static void forms(Words words, Map<String, Set<String>> forms) {
        if (words instanceof Words.Several several) {
            several.parts().forEach(part -> forms(part, forms));
        } else if (words instanceof Words.Each each) {
            forms(each.item(), forms);
        } else if (words instanceof Words.Chosen chosen) {
            Set<String> names = forms.computeIfAbsent(chosen.by(), by -> new LinkedHashSet<>());
            names.add(Words.OTHER);
            chosen.forms().keySet().stream().sorted().forEach(names::add);
            chosen.forms().values().forEach(form -> forms(form, forms));
        }
    }

    private static List<Map<String, String>> combinations(Map<String, Set<String>> forms) {
        long count = forms.values().stream()
                .mapToLong(Set::size)
                .reduce(1, (one, other) -> Math.min(MOST + 1L, one * other));
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        if (count <= MOST) {
            for (Map.Entry<String, Set<String>> by : forms.entrySet()) {
                List<Map<String, String>> longer = new ArrayList<>();
                for (Map<String, String> picked : all) {
                    by.getValue().forEach(form -> longer.add(with(picked, by.getKey(), form)));
                }
                all = longer;
            }
            return all;
        }
        Map<String, String> others = new LinkedHashMap<>();
        forms.keySet().forEach(by -> others.put(by, Words.OTHER));
        List<Map<String, String>> some = new ArrayList<>(List.of(others));
        forms.forEach((by, names) -> names.forEach(form -> some.add(with(others, by, form))));
        return some;
    }

    private static Map<String, String> with(Map<String, String> picked, String by, String form) {
        Map<String, String> more = new LinkedHashMap<>(picked);
        more.put(by, form);
        return more;
    }

    private void say(Words words, Map<String, String> picked, Language language, List<Block> blocks) {
        if (words instanceof Words.Said said) {
            said.template().blocks().forEach(block -> blocks.add(block(block, language)));
        } else if (words instanceof Words.Several several) {
            several.parts().forEach(part -> say(part, picked, language, blocks));
        } else if (words instanceof Words.Chosen chosen) {
            Words form = chosen.forms().get(picked.getOrDefault(chosen.by(), Words.OTHER));
            say(form != null ? form : chosen.forms().getOrDefault(Words.OTHER, NOTHING), picked, language, blocks);
        } else if (words instanceof Words.Each each) {
            for (int row = rows(each.list()); row > 0; row--) {
                say(each.item(), picked, language, blocks);
            }
        }
    }

    private static final Words NOTHING = new Words.Said(new Template(List.of()));

    private int rows(String list) {
        int dot = list.indexOf('.');
        return dot > 0
                        && pack.records().get(list.substring(0, dot)) instanceof Value.Row record
                        && record.fields().get(list.substring(dot + 1)) instanceof Value.Rows rows
                ? rows.rows().size()
                : ROWS;
    }

    private Block block(Template.BlockPattern block, Language language) {
        List<List<Span>> lines =
                block.lines().stream().map(line -> spans(line, language)).toList();
        return switch (block.kind()) {
            case PARAGRAPH -> new Block.Paragraph(lines.get(0));
            case QUOTE -> new Block.Quote(lines.get(0));
            case BULLETS -> new Block.Items(false, lines);
            case NUMBERS -> new Block.Items(true, lines);
        };
    }

    private List<Span> spans(List<SpanPattern> patterns, Language language) {
        List<Span> spans = new ArrayList<>();
        for (SpanPattern pattern : patterns) {
            if (pattern instanceof Template.Fixed fixed) {
                spans.add(fixed.span());
            } else if (pattern instanceof Template.Strong strong) {
                spans.add(new Span.Strong(spans(strong.spans(), language)));
            } else if (pattern instanceof Template.Emphasis emphasis) {
                spans.add(new Span.Emphasis(spans(emphasis.spans(), language)));
            } else if (pattern instanceof Template.Insert insert) {
                spans.add(new Span.Plain(values.of(insert, language)));
            }
        }
        return spans;
    }

    /** Quotes that follow each other are said as one. */
    private static List<Block> joined(List<Block> blocks) {
        List<Block> joined = new ArrayList<>();
        for (Block block : blocks) {
            int last = joined.size() - 1;
            if (block instanceof Block.Quote quote && last >= 0 && joined.get(last) instanceof Block.Quote before) {
                List<Span> spans = new ArrayList<>(before.spans());
                spans.add(new Span.Plain("\n\n"));
                spans.addAll(quote.spans());
                joined.set(last, new Block.Quote(spans));
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    /** The longest value that words realistically get: a record's own, else one by the last part of the value's name. */
    static final class LongestValues {

        private static final Map<String, List<String>> BY_NAME = read();

        /** What a value counts as whose name is unknown here. */
        private static final String UNKNOWN = "something longer";

        private final Pack pack;

        LongestValues(Pack pack) {
            this.pack = pack;
        }

        /** The text in place of an insert: its value, or the words for when it has none, whichever is longer. */
        String of(Template.Insert insert, Language language) {
            String value = value(insert.path(), language);
            String orElse = insert.orElse();
            return orElse != null && orElse.length() > value.length() ? orElse : value;
        }

        private String value(String path, Language language) {
            int dot = path.indexOf('.');
            String root = dot < 0 ? path : path.substring(0, dot);
            if (dot > 0 && pack.records().get(root) instanceof Value.Row record) {
                String known = text(record.fields().get(path.substring(dot + 1)), language);
                if (known != null) {
                    return known;
                }
            }
            List<String> texts = BY_NAME.get(path.substring(path.lastIndexOf('.') + 1));
            if (texts == null) {
                return UNKNOWN;
            }
            return language.equals(Language.SPANISH) ? texts.get(texts.size() - 1) : texts.get(0);
        }

        private static @Nullable String text(@Nullable Value value, Language language) {
            if (value instanceof Value.Text text) {
                return text.text();
            } else if (value instanceof Value.Translated translated) {
                return translated.in(language);
            } else if (value instanceof Value.Day day) {
                return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.locale())
                        .format(day.date());
            } else if (value instanceof Value.Phone phone) {
                return phone.number();
            } else if (value instanceof Value.Code code) {
                return code.text();
            } else if (value instanceof Value.Link link) {
                URI address = link.address();
                String label = link.label().in(language);
                return label.isEmpty() ? address.toString() : label;
            }
            return null;
        }

        private static Map<String, List<String>> read() {
            Map<String, List<String>> values = new HashMap<>();
            for (String line : Lines.of("longest-values.txt")) {
                String[] parts = line.split(" = ", 2);
                values.put(parts[0].strip(), List.of(parts[1].strip().split(" \\| ", 2)));
            }
            return Map.copyOf(values);
        }
    }
}
