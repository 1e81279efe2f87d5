package org.campaignbot.content.kept;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.Command;
import org.campaignbot.flow.Fact;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.FormWording;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Profile;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Span;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Reads a pack from the bytes that {@link PackOutput} wrote. */
final class PackInput {

    /** The kinds of each part, by the number that stands before it. */
    static final List<Class<? extends Target>> TARGETS = List.of(
            Target.ToStep.class,
            Target.ToFlow.class,
            Target.ToNamed.class,
            Target.Here.class,
            Target.Resume.class,
            Target.Repeat.class,
            Target.Back.class,
            Target.Menu.class,
            Target.Return.class,
            Target.Stay.class,
            Target.End.class);

    static final List<Class<? extends Words>> WORDS =
            List.of(Words.Said.class, Words.Chosen.class, Words.Each.class, Words.Several.class);

    static final List<Class<? extends Template.SpanPattern>> PATTERNS =
            List.of(Template.Fixed.class, Template.Strong.class, Template.Emphasis.class, Template.Insert.class);

    static final List<Class<? extends Span>> SPANS = List.of(
            Span.Plain.class,
            Span.Strong.class,
            Span.Emphasis.class,
            Span.Code.class,
            Span.Phone.class,
            Span.Link.class,
            Span.Mention.class,
            Span.Moment.class);

    static final List<Class<? extends Value>> VALUES = List.of(
            Value.Text.class,
            Value.Translated.class,
            Value.Count.class,
            Value.Day.class,
            Value.Moment.class,
            Value.Phone.class,
            Value.Code.class,
            Value.Link.class,
            Value.Row.class,
            Value.Rows.class);

    private static final int SEVEN_BITS = 0x7f;

    private final byte[] bytes;
    private final String[] texts;
    private final Map<String, Language> languages = new LinkedHashMap<>();
    private int at;

    private PackInput(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
        this.texts = new String[size()];
        for (int i = 0; i < texts.length; i++) {
            int length = number();
            texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
    }

    /**
     * Reads a pack.
     *
     * @param start where it begins
     * @throws IOException if it's cut off or corrupt
     */
    static Pack pack(byte[] bytes, int start) throws IOException {
        try {
            return new PackInput(bytes, start).pack();
        } catch (RuntimeException corrupt) {
            throw new IOException(corrupt);
        }
    }

    private Pack pack() {
        return new Pack(
                text(),
                text(),
                wording(),
                list(this::language),
                text(),
                text(),
                wording(),
                map(this::text, this::flow),
                map(this::text, this::fact),
                map(this::text, this::value),
                profile());
    }

    private Flow flow() {
        return new Flow(
                text(),
                wording(),
                list(this::text),
                heard(),
                heard(),
                orNone(() -> new Flow.Takes(text(), text(), orNone(this::text))),
                map(this::text, this::step),
                map(this::text, this::text),
                orNone(this::text),
                flag());
    }

    private Map<Language, List<String>> heard() {
        return map(this::language, () -> list(this::text));
    }

    private Step step() {
        return new Step(
                text(),
                list(this::text),
                orNone(() -> new Step.Run(text(), map(this::text, this::text), map(this::text, this::target))),
                list(this::operation),
                orNone(this::wording),
                orNone(this::ask),
                orNone(this::text),
                target(),
                Visibility.valueOf(text()),
                orNone(this::text));
    }

    private Ask ask() {
        return new Ask(
                wording(),
                list(this::answer),
                orNone(() -> new Ask.Options(text(), text(), target())),
                orNone(() -> new Ask.Expect(text(), text(), target(), orNone(this::target))),
                orNone(() -> new FormWording(wording(), list(this::field))),
                flag(),
                new Ask.Manner(orNone(this::text), flag(), flag()));
    }

    private FormWording.Field field() {
        return new FormWording.Field(text(), wording(), number());
    }

    private Answer answer() {
        return new Answer(text(), wording(), heard(), list(this::operation), target());
    }

    private Operation operation() {
        return new Operation(text(), map(this::text, this::template));
    }

    private Target target() {
        return switch (number()) {
            case 0 -> new Target.ToStep(text());
            case 1 -> new Target.ToFlow(text());
            case 2 -> new Target.ToNamed(text());
            case 3 -> new Target.Here();
            case 4 -> new Target.Resume();
            case 5 -> new Target.Repeat();
            case 6 -> new Target.Back();
            case 7 -> new Target.Menu();
            case 8 -> new Target.Return();
            case 9 -> new Target.Stay();
            case 10 -> new Target.End();
            default -> throw new IllegalStateException("no such target");
        };
    }

    private Wording wording() {
        return new Wording(map(this::language, this::words), language());
    }

    private Words words() {
        return switch (number()) {
            case 0 -> new Words.Said(template());
            case 1 -> new Words.Chosen(text(), map(this::text, this::words));
            case 2 -> new Words.Each(text(), words());
            case 3 -> new Words.Several(list(this::words));
            default -> throw new IllegalStateException("no such words");
        };
    }

    private Template template() {
        return new Template(list(
                () -> new Template.BlockPattern(Template.Kind.valueOf(text()), list(() -> list(this::pattern)))));
    }

    private Template.SpanPattern pattern() {
        return switch (number()) {
            case 0 -> new Template.Fixed(span());
            case 1 -> new Template.Strong(list(this::pattern));
            case 2 -> new Template.Emphasis(list(this::pattern));
            case 3 -> new Template.Insert(text(), orNone(this::text));
            default -> throw new IllegalStateException("no such pattern");
        };
    }

    private Span span() {
        int kind = number();
        if (kind == 1) {
            return new Span.Strong(list(this::span));
        } else if (kind == 2) {
            return new Span.Emphasis(list(this::span));
        }
        String visible = text();
        return switch (kind) {
            case 0 -> new Span.Plain(visible);
            case 3 -> new Span.Code(visible);
            case 4 -> new Span.Phone(visible);
            case 5 -> new Span.Link(visible, URI.create(text()));
            case 6 -> new Span.Mention(text(), visible);
            case 7 -> new Span.Moment(Instant.parse(text()), visible);
            default -> throw new IllegalStateException("no such span");
        };
    }

    private Fact fact() {
        return new Fact(
                text(), Fact.Lifetime.valueOf(text()), orNone(() -> Duration.parse(text())), orNone(this::text));
    }

    private Value value() {
        return switch (number()) {
            case 0 -> new Value.Text(text(), flag());
            case 1 -> translated();
            case 2 -> new Value.Count(Long.parseLong(text()));
            case 3 -> new Value.Day(LocalDate.parse(text()));
            case 4 -> new Value.Moment(Instant.parse(text()), ZoneId.of(text()));
            case 5 -> new Value.Phone(text());
            case 6 -> new Value.Code(text());
            case 7 -> new Value.Link(translated(), URI.create(text()));
            case 8 -> row();
            case 9 -> new Value.Rows(list(this::row));
            default -> throw new IllegalStateException("no such value");
        };
    }

    private Value.Row row() {
        return new Value.Row(map(this::text, this::value));
    }

    private Value.Translated translated() {
        return new Value.Translated(map(this::language, this::text), language());
    }

    private Profile profile() {
        return new Profile(
                list(this::command),
                orNone(this::translated),
                orNone(this::translated),
                orNone(() -> new Profile.LocationWords(translated(), translated(), translated())),
                orNone(() ->
                        new Profile.FormWords(translated(), translated(), translated(), translated(), translated())),
                orNone(() -> new Profile.InstallWords(translated(), translated(), translated())));
    }

    private Command command() {
        return new Command(text(), text(), translated(), flag());
    }

    private Language language() {
        return languages.computeIfAbsent(text(), Language::new);
    }

    private <T> @Nullable T orNone(Supplier<T> reader) {
        return flag() ? reader.get() : null;
    }

    private <T> List<T> list(Supplier<? extends T> reader) {
        int size = size();
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(reader.get());
        }
        return items;
    }

    private <K, V> Map<K, V> map(Supplier<? extends K> keyReader, Supplier<? extends V> valueReader) {
        int size = size();
        Map<K, V> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(keyReader.get(), valueReader.get());
        }
        return map;
    }

    /** How many parts follow; each has a byte at least. */
    private int size() {
        int size = number();
        if (size > bytes.length - at) {
            throw new IllegalStateException("cut off");
        }
        return size;
    }

    private boolean flag() {
        return number() == 1;
    }

    private String text() {
        return texts[number()];
    }

    private int number() {
        int number = 0;
        int shift = 0;
        int next = bytes[at++];
        while (next < 0) {
            number |= (next & SEVEN_BITS) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return number | next << shift;
    }
}
