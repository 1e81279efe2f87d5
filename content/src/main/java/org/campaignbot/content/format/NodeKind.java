package org.campaignbot.content.format;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of mapping in the format, such as a step, with the keys that it can have.
 *
 * @param what its name in problems, as {@code a step}
 * @param keys its keys, in the order in which authors should see them
 * @param others what stands below names that the author chooses, beside the keys; null if there are none
 */
public record NodeKind(String what, List<Key> keys, Form.@Nullable Named others) {

    public NodeKind {
        keys = List.copyOf(keys);
    }

    static NodeKind of(String what, Key... keys) {
        return new NodeKind(what, List.of(keys), null);
    }

    /** The same kind under another name, as {@code the translation of call/ready}. */
    public NodeKind as(String name) {
        return new NodeKind(name, keys, others);
    }

    /** One of its keys. */
    public Key key(String name) {
        return keys.stream().filter(key -> key.name.equals(name)).findFirst().orElseThrow();
    }

    /** The names of its keys. */
    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    /** The names of the keys that hold plain text for people, which is translated. */
    public List<String> plain() {
        return keys.stream()
                .filter(key -> key.form instanceof Form.Plain)
                .map(Key::name)
                .toList();
    }

    NodeKind and(Key... more) {
        return new NodeKind(what, Stream.concat(keys.stream(), Stream.of(more)).toList(), others);
    }

    NodeKind and(Form.Named names) {
        return new NodeKind(what, keys, names);
    }

    /** Who a key is for. */
    public enum Tier {
        /** Organizers who write a campaign. */
        CAMPAIGN,
        /** Makers of kits, who write what every campaign shares. */
        KIT
    }

    /** Whether a key must be there. */
    public enum Need {
        NO,
        YES,
        /** It must, and its reader reports it in words of its own. */
        BY_READER
    }

    /**
     * A key.
     *
     * @param about what it's for, in one sentence that an editor shows
     */
    public record Key(String name, Form form, Need need, Tier tier, String about) {

        static Key key(String name, Form form, String about) {
            return new Key(name, form, Need.NO, Tier.CAMPAIGN, about);
        }

        Key needed() {
            return new Key(name, form, Need.YES, tier, about);
        }

        Key neededElse() {
            return new Key(name, form, Need.BY_READER, tier, about);
        }

        Key kit() {
            return new Key(name, form, need, Tier.KIT, about);
        }
    }

    /** What stands below a key. */
    public sealed interface Form {

        /** Plain text for people, without markup or values, of at most so many characters; 0 for any number. */
        record Plain(int longest) implements Form {}

        /** One of a few words. */
        record OneOf(List<String> values) implements Form {
            public OneOf {
                values = List.copyOf(values);
            }
        }

        /** A mapping of its own. */
        record Nested(NodeKind kind) implements Form {}

        /** A mapping of names that the author chooses, of this pattern. */
        record Named(String pattern, Form each) implements Form {}

        /** A mapping whose keys depend on its key named kind. */
        record ByKind(List<NodeKind> kinds) implements Form {
            public ByKind {
                kinds = List.copyOf(kinds);
            }
        }

        /** One thing or another. */
        record Either(Form.Simple first, NodeKind second) implements Form {}

        /** What needs no more than its name. */
        enum Simple implements Form {
            TEXT(""),
            /** One text or a list of them. */
            TEXTS(""),
            /** A text for people: one, a list of parts, forms by a value, or a text for each row of a list. */
            WORDS(""),
            /** A text of one line, or forms of it by a value. */
            LINE(""),
            /** What a step or an answer does: one thing or a list. */
            DEEDS(""),
            YES_NO("yes|no"),
            DAY("\\d{4}-\\d{2}-\\d{2}"),
            ADDRESS("https://.+"),
            PHONE("\\d{3}|(1-)?\\d{3}-\\d{3}-\\d{4}", "a phone number", "write it as 202-224-3121, or as 911"),
            NUMBER("[1-9]\\d{0,3}", "a whole number from 1 to 9999", "write a whole number from 1 to 9999"),
            TIME_SPAN("[1-9]\\d{0,4}[mhd]", "a length of time", "write a number with m, h or d, as 24h"),
            LANGUAGES("[a-z]{2,3}", "the code of a language", "write it as en or es");

            private final String pattern;
            private final @Nullable String said;
            private final String fix;

            Simple(String pattern) {
                this(pattern, null, "");
            }

            Simple(String pattern, @Nullable String said, String fix) {
                this.pattern = pattern;
                this.said = said;
                this.fix = fix;
            }

            /** What its texts look like, as a regular expression; empty if they may be anything. */
            public String pattern() {
                return pattern;
            }

            /** What a text of this form is, for a problem; null if its reader checks it. */
            @Nullable
            String said() {
                return said;
            }

            String fix() {
                return fix;
            }
        }
    }
}
