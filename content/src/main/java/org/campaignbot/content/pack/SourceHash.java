package org.campaignbot.content.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignbot.content.yaml.Node;
import org.jspecify.annotations.Nullable;

/**
 * A short hash of a source text, which a translation quotes to say what it translates.
 *
 * <p>It has four consonants and nothing else: with digits YAML might read it as a number ({@code 5e21}), with vowels as a word.
 * White space between words doesn't count, so rewrapping a line makes no translation stale.
 */
public final class SourceHash {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final int LENGTH = 4;

    private SourceHash() {}

    /** The hash of texts that are translated together, such as all that a step says, in order. */
    public static String of(List<String> texts) {
        long hash = 0xcbf29ce484222325L;
        for (String text : texts) {
            String words = text.strip().replaceAll("\\s+", " ") + "\n";
            for (int i = 0; i < words.length(); i++) {
                hash = (hash ^ words.charAt(i)) * 0x100000001b3L;
            }
        }
        StringBuilder word = new StringBuilder(LENGTH);
        long rest = (hash ^ (hash >>> 29)) & Long.MAX_VALUE;
        for (int i = 0; i < LENGTH; i++) {
            word.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        return word.toString();
    }

    /** The hash of the texts in some nodes, with the names of forms. */
    static String of(@Nullable Node... nodes) {
        return of(Arrays.stream(nodes)
                .filter(Objects::nonNull)
                .flatMap(node -> texts(node).stream())
                .toList());
    }

    private static List<String> texts(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return List.of(scalar.text());
        } else if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> texts(item).stream())
                    .toList();
        }
        return ((Node.Mapping) node)
                .entries().stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.name()), texts(entry.value()).stream()))
                        .toList();
    }
}
