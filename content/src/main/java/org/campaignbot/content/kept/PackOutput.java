package org.campaignbot.content.kept;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Writes a pack as bytes, for {@link PackInput}: each text once, then the parts in the order of their components. */
final class PackOutput {

    private static final int SEVEN_BITS = 0x7f;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PackOutput() {}

    /** The bytes of a pack. */
    static byte[] bytes(Pack pack) {
        PackOutput parts = new PackOutput();
        parts.pack(pack);
        PackOutput all = new PackOutput();
        all.number(parts.texts.size());
        for (String text : parts.texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            all.number(bytes.length);
            all.out.writeBytes(bytes);
        }
        all.out.writeBytes(parts.out.toByteArray());
        return all.out.toByteArray();
    }

    private void pack(Pack pack) {
        text(pack.id());
        text(pack.revision());
        wording(pack.title());
        list(pack.languages(), this::language);
        text(pack.start());
        text(pack.menu());
        wording(pack.menuLabel());
        map(pack.flows(), this::text, this::flow);
        map(pack.facts(), this::text, this::fact);
        map(pack.records(), this::text, this::value);
        profile(pack.profile());
    }

    private void flow(Flow flow) {
        text(flow.name());
        wording(flow.title());
        list(flow.was(), this::text);
        heard(flow.heard());
        heard(flow.urgent());
        orNone(flow.takes(), takes -> {
            text(takes.kind());
            text(takes.keep());
            orNone(takes.anywhere(), this::text);
        });
        map(flow.steps(), this::text, this::step);
        map(flow.retired(), this::text, this::text);
        orNone(flow.invites(), this::text);
        flag(flow.together());
    }

    private void heard(Map<Language, List<String>> heard) {
        map(heard, this::language, words -> list(words, this::text));
    }

    private void step(Step step) {
        text(step.name());
        list(step.was(), this::text);
        orNone(step.run(), run -> {
            text(run.name());
            map(run.with(), this::text, this::text);
            map(run.outcomes(), this::text, this::target);
        });
        list(step.operations(), this::operation);
        orNone(step.say(), this::wording);
        orNone(step.ask(), this::ask);
        orNone(step.visit(), this::text);
        target(step.then());
        text(step.visibility().name());
        orNone(step.slot(), this::text);
    }

    private void ask(Ask ask) {
        wording(ask.question());
        list(ask.answers(), this::answer);
        orNone(ask.options(), options -> {
            text(options.list());
            text(options.keep());
            target(options.then());
        });
        orNone(ask.expect(), expect -> {
            text(expect.kind());
            text(expect.keep());
            target(expect.then());
            orNone(expect.otherwise(), this::target);
        });
        orNone(ask.form(), form -> {
            wording(form.title());
            list(form.fields(), this::field);
        });
        flag(ask.location());
        orNone(ask.manner().carries(), this::text);
        flag(ask.manner().menu());
        flag(ask.manner().waits());
    }

    private void field(FormWording.Field field) {
        text(field.name());
        wording(field.label());
        number(field.maxLength());
    }

    private void answer(Answer answer) {
        text(answer.name());
        wording(answer.label());
        heard(answer.heard());
        list(answer.operations(), this::operation);
        target(answer.then());
    }

    private void operation(Operation operation) {
        text(operation.verb());
        map(operation.arguments(), this::text, this::template);
    }

    private void target(Target target) {
        number(PackInput.TARGETS.indexOf(target.getClass()));
        if (target instanceof Target.ToStep to) {
            text(to.step());
        } else if (target instanceof Target.ToFlow to) {
            text(to.flow());
        } else if (target instanceof Target.ToNamed to) {
            text(to.fact());
        }
    }

    private void wording(Wording wording) {
        map(wording.byLanguage(), this::language, this::words);
        language(wording.base());
    }

    private void words(Words words) {
        number(PackInput.WORDS.indexOf(words.getClass()));
        if (words instanceof Words.Said said) {
            template(said.template());
        } else if (words instanceof Words.Chosen chosen) {
            text(chosen.by());
            map(chosen.forms(), this::text, this::words);
        } else if (words instanceof Words.Each each) {
            text(each.list());
            words(each.item());
        } else if (words instanceof Words.Several several) {
            list(several.parts(), this::words);
        }
    }

    private void template(Template template) {
        list(template.blocks(), block -> {
            text(block.kind().name());
            list(block.lines(), line -> list(line, this::pattern));
        });
    }

    private void pattern(Template.SpanPattern pattern) {
        number(PackInput.PATTERNS.indexOf(pattern.getClass()));
        if (pattern instanceof Template.Fixed fixed) {
            span(fixed.span());
        } else if (pattern instanceof Template.Strong strong) {
            list(strong.spans(), this::pattern);
        } else if (pattern instanceof Template.Emphasis emphasis) {
            list(emphasis.spans(), this::pattern);
        } else if (pattern instanceof Template.Insert insert) {
            text(insert.path());
            orNone(insert.orElse(), this::text);
        }
    }

    private void span(Span span) {
        number(PackInput.SPANS.indexOf(span.getClass()));
        if (span instanceof Span.Strong strong) {
            list(strong.spans(), this::span);
        } else if (span instanceof Span.Emphasis emphasis) {
            list(emphasis.spans(), this::span);
        } else {
            text(span.visible());
        }
        if (span instanceof Span.Link link) {
            text(link.address().toString());
        } else if (span instanceof Span.Mention mention) {
            text(mention.person());
        } else if (span instanceof Span.Moment moment) {
            text(moment.at().toString());
        }
    }

    private void fact(Fact fact) {
        text(fact.name());
        text(fact.lifetime().name());
        orNone(fact.idle(), idle -> text(idle.toString()));
        orNone(fact.longerWhen(), this::text);
    }

    private void value(Value value) {
        number(PackInput.VALUES.indexOf(value.getClass()));
        if (value instanceof Value.Text text) {
            text(text.text());
            flag(text.own());
        } else if (value instanceof Value.Translated translated) {
            translated(translated);
        } else if (value instanceof Value.Count count) {
            text(Long.toString(count.number()));
        } else if (value instanceof Value.Day day) {
            text(day.date().toString());
        } else if (value instanceof Value.Moment moment) {
            text(moment.at().toString());
            text(moment.zone().getId());
        } else if (value instanceof Value.Phone phone) {
            text(phone.number());
        } else if (value instanceof Value.Code code) {
            text(code.text());
        } else if (value instanceof Value.Link link) {
            translated(link.label());
            text(link.address().toString());
        } else if (value instanceof Value.Row row) {
            row(row);
        } else if (value instanceof Value.Rows rows) {
            list(rows.rows(), this::row);
        }
    }

    private void row(Value.Row row) {
        map(row.fields(), this::text, this::value);
    }

    private void translated(Value.Translated translated) {
        map(translated.words(), this::language, this::text);
        language(translated.base());
    }

    private void profile(Profile profile) {
        list(profile.commands(), this::command);
        orNone(profile.about(), this::translated);
        orNone(profile.description(), this::translated);
        orNone(profile.location(), location -> {
            translated(location.button());
            translated(location.invite());
            translated(location.thanks());
        });
        orNone(profile.form(), form -> {
            translated(form.open());
            translated(form.send());
            translated(form.cancel());
            translated(form.tooLong());
            translated(form.read());
        });
        orNone(profile.install(), install -> {
            translated(install.done());
            translated(install.failed());
            translated(install.absent());
        });
    }

    private void command(Command command) {
        text(command.name());
        text(command.flow());
        translated(command.description());
        flag(command.inGroups());
    }

    private void language(Language language) {
        text(language.code());
    }

    private <T> void orNone(@Nullable T part, Consumer<T> writer) {
        flag(part != null);
        if (part != null) {
            writer.accept(part);
        }
    }

    private <T> void list(Collection<T> items, Consumer<? super T> writer) {
        number(items.size());
        items.forEach(writer);
    }

    private <K, V> void map(Map<K, V> map, Consumer<? super K> keyWriter, Consumer<? super V> valueWriter) {
        list(map.entrySet(), entry -> {
            keyWriter.accept(entry.getKey());
            valueWriter.accept(entry.getValue());
        });
    }

    private void flag(boolean flag) {
        out.write(flag ? 1 : 0);
    }

    private void text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        number(known == null ? texts.size() - 1 : known);
    }

    /** Writes a number that isn't negative, seven bits a byte. */
    private void number(int number) {
        int rest = number;
        while (rest > SEVEN_BITS) {
            out.write((rest & SEVEN_BITS) | (SEVEN_BITS + 1));
            rest >>>= 7;
        }
        out.write(rest);
    }
}
