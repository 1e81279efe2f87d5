package org.campaignbot.conversation;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.flow.Ask;
import org.campaignbot.flow.FormWording;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Template.SpanPattern;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Values;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Form;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Renders values as words in one language, and remembers whether any were the person's own. */
final class Rendering {

    private static final long SPANISH_MANY = 1_000_000;

    private final Language language;
    private Language spoken;
    private boolean ownWords;

    Rendering(Language language) {
        this.language = language;
        this.spoken = language;
    }

    /** Whether anything rendered so far contains what the person typed or shared. */
    boolean ownWords() {
        return ownWords;
    }

    RichText text(Wording wording, Values values) {
        // If the wording isn't translated, values inside it use the wording's language.
        spoken = wording.byLanguage().containsKey(language) ? language : wording.base();
        List<Block> blocks = new ArrayList<>();
        words(wording.in(spoken), values, blocks);
        return new RichText(joined(blocks));
    }

    /** Joins adjacent quotes into one, whatever parts they came from, so that a letter can be copied in one go. */
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

    String line(Wording wording, Values values) {
        return text(wording, values).visible();
    }

    /** A form with the words of this language. */
    @Nullable
    Form form(@Nullable FormWording form, Values values) {
        return form == null
                ? null
                : new Form(
                        line(form.title(), values),
                        form.fields().stream()
                                .map(field ->
                                        new Form.Field(field.name(), line(field.label(), values), field.maxLength()))
                                .toList());
    }

    String line(Template template, Values values) {
        spoken = language;
        List<Block> blocks = new ArrayList<>();
        template(template, values, blocks);
        return new RichText(blocks).visible();
    }

    private void words(Words words, Values values, List<Block> blocks) {
        if (words instanceof Words.Said said) {
            template(said.template(), values, blocks);
        } else if (words instanceof Words.Several several) {
            for (Words part : several.parts()) {
                words(part, values, blocks);
            }
        } else if (words instanceof Words.Chosen chosen) {
            words(form(chosen, values), values, blocks);
        } else if (words instanceof Words.Each each && values.at(each.list()) instanceof Value.Rows rows) {
            for (Value.Row row : rows.rows()) {
                words(each.item(), values.within(row), blocks);
            }
        }
    }

    private Words form(Words.Chosen chosen, Values values) {
        Value value = values.at(chosen.by());
        String name = value instanceof Value.Count count
                ? plural(spoken, count.number())
                : value instanceof Value.Text text ? text.text() : value == null ? Words.UNSET : Words.OTHER;
        Words form = chosen.forms().get(name);
        return form != null ? form : Objects.requireNonNull(chosen.forms().get(Words.OTHER));
    }

    private void template(Template template, Values values, List<Block> blocks) {
        for (Template.BlockPattern block : template.blocks()) {
            List<List<Span>> lines = new ArrayList<>(block.lines().size());
            for (List<SpanPattern> line : block.lines()) {
                lines.add(spans(line, values));
            }
            blocks.add(
                    switch (block.kind()) {
                        case PARAGRAPH -> new Block.Paragraph(lines.get(0));
                        case QUOTE -> new Block.Quote(lines.get(0));
                        case BULLETS -> new Block.Items(false, lines);
                        case NUMBERS -> new Block.Items(true, lines);
                    });
        }
    }

    private List<Span> spans(List<SpanPattern> patterns, Values values) {
        List<Span> spans = new ArrayList<>(patterns.size());
        for (SpanPattern pattern : patterns) {
            if (pattern instanceof Template.Fixed fixed) {
                spans.add(fixed.span());
            } else if (pattern instanceof Template.Strong strong) {
                spans.add(new Span.Strong(spans(strong.spans(), values)));
            } else if (pattern instanceof Template.Emphasis emphasis) {
                spans.add(new Span.Emphasis(spans(emphasis.spans(), values)));
            } else if (pattern instanceof Template.Insert insert) {
                spans.add(span(insert, values));
            }
        }
        return spans;
    }

    private Span span(Template.Insert insert, Values values) {
        Value value = values.at(insert.path());
        if (value instanceof Value.Text text) {
            ownWords |= text.own();
            return new Span.Plain(text.text());
        } else if (value instanceof Value.Translated translated) {
            return new Span.Plain(translated.in(spoken));
        } else if (value instanceof Value.Phone phone) {
            return new Span.Phone(phone.number());
        } else if (value instanceof Value.Code code) {
            return new Span.Code(code.text());
        } else if (value instanceof Value.Link link) {
            return new Span.Link(link.label().in(spoken), link.address());
        } else if (value instanceof Value.Day day) {
            return new Span.Plain(longDate(day.date(), spoken));
        } else if (value instanceof Value.Moment moment) {
            return new Span.Moment(moment.at(), moment(moment.at().atZone(moment.zone()), spoken));
        } else if (value instanceof Value.Count count) {
            return new Span.Plain(Long.toString(count.number()));
        }
        String orElse = insert.orElse();
        if (orElse == null) {
            throw new IllegalStateException("no value for {" + insert.path() + "}");
        }
        return new Span.Plain(orElse);
    }

    /** A day in words, such as {@code November 24, 2026} or {@code 24 de noviembre de 2026}. */
    private static String longDate(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }

    /**
     * A moment in words with its time zone, such as {@code Friday, November 27, 2026, 9:00 AM (Eastern Time)} or
     * {@code viernes, 27 de noviembre de 2026, 9:00 a. m. (hora del Este)}.
     */
    private static String moment(ZonedDateTime time, Language language) {
        String clock = ClockWords.of(time, language);
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language.locale())
                .format(time);
        return day + ", " + clock + " (" + ZoneNames.of(time.getZone(), language) + ")";
    }

    /**
     * The name of a number's plural form, such as {@code one}, by CLDR's rules (unicode.org, version 46); a language without a rule
     * here has only {@code other}.
     */
    private static String plural(Language language, long number) {
        return switch (language.code()) {
            case "en" -> number == 1 ? "one" : "other";
            case "es" -> number == 1 ? "one" : number != 0 && number % SPANISH_MANY == 0 ? "many" : "other";
            default -> "other";
        };
    }

    /**
     * Joins what the steps of a turn say into as few messages as possible.
     *
     * <p>Platforms limit messages, not words, so steps with the same audience become one message. The message belongs to a slot only
     * if all of its steps do: then its buttons say so, and pressing one may let the answer replace it. Text that a person may want to
     * reread or copy is never replaced by the menu that came with it.
     */
    static final class MessageBuilder {

        private final List<Message> messages = new ArrayList<>();
        private RichText text = RichText.EMPTY;
        private boolean ownWords;
        private Visibility visibility = Visibility.EVERYONE;
        private @Nullable String slot;

        /** How many blocks of the first message introduce the bot. */
        private int introduction;

        /** The last question asked in this turn; null if none. */
        private @Nullable AskedMessage asked;

        /**
         * A message with a question.
         *
         * @param number which question of the turn it is
         * @param before what stands before the question in it
         */
        record AskedMessage(int number, Message message, RichText before) {}

        /** Adds what a step says. */
        void add(RichText more, boolean own, Step step) {
            if (step.visibility() != visibility) {
                end();
                visibility = step.visibility();
            }
            slot = text.isEmpty() || Objects.equals(slot, step.slot()) ? step.slot() : null;
            text = text.plus(more);
            ownWords |= own;
        }

        /** Notes that what has been said so far introduces the bot. */
        void introduced() {
            introduction = text.blocks().size();
        }

        /** Adds words above all that has been said but the introduction. */
        void addFirst(RichText more) {
            end();
            Message first = messages.isEmpty() || messages.get(0).slot() != null ? null : messages.get(0);
            if (first == null) {
                messages.add(0, Message.of(more));
                return;
            }
            List<Block> blocks = first.text().blocks();
            RichText above = new RichText(blocks.subList(0, introduction)).plus(more);
            RichText below = new RichText(blocks.subList(introduction, blocks.size()));
            messages.set(0, first.with(above.plus(below), first.choices()));
        }

        /** Ends the message, so that what follows starts a new one. */
        void end() {
            flush(List.of(), null, null);
        }

        /** Adds a question, which ends its message. */
        void ask(RichText question, boolean own, Step step, List<Choice> choices, @Nullable Form form) {
            if (step.visibility() != visibility) {
                end();
            }
            RichText before = text;
            add(question, own, step);
            flush(choices, step.ask(), form);
            int number = asked == null ? 1 : asked.number() + 1;
            asked = messages.isEmpty() ? asked : new AskedMessage(number, messages.get(messages.size() - 1), before);
        }

        /** The last question that was asked; null if none was. */
        @Nullable
        AskedMessage asked() {
            return asked;
        }

        /** Takes back a question, with its buttons; what stands before it stays. */
        void takeBack(AskedMessage question) {
            end();
            int at = messages.indexOf(question.message());
            if (at < 0) {
                return;
            }
            Message message = messages.remove(at);
            if (!question.before().isEmpty()) {
                messages.add(
                        at,
                        new Message(
                                question.before(),
                                List.of(),
                                message.visibility(),
                                null,
                                message.slot(),
                                false,
                                message.ownWords()));
            }
        }

        /** Puts a question below what was said after it. */
        void putLast(AskedMessage question) {
            end();
            if (messages.remove(question.message())) {
                messages.add(question.message());
            }
        }

        /** Adds a button to the last message, unless it is there. */
        void offer(Choice choice) {
            end();
            if (messages.isEmpty()) {
                throw new IllegalStateException("there is no message to add a button to");
            }
            Message last = messages.get(messages.size() - 1);
            if (last.choices().contains(choice)) {
                return;
            }
            List<Choice> choices = new ArrayList<>(last.choices());
            choices.add(choice);
            messages.set(messages.size() - 1, last.with(last.text(), choices));
        }

        /** Takes back all that has been said so far. */
        void clear() {
            end();
            messages.clear();
            introduction = 0;
        }

        /** Whether nothing has been said so far. */
        boolean isEmpty() {
            return messages.isEmpty() && text.isEmpty();
        }

        /** All messages so far. */
        List<Message> messages() {
            end();
            return messages;
        }

        private void flush(List<Choice> choices, @Nullable Ask ask, @Nullable Form form) {
            if (!text.isEmpty() || !choices.isEmpty()) {
                List<Choice> buttons = slot == null
                        ? choices
                        : choices.stream().map(MessageBuilder::inSlot).toList();
                messages.add(
                        new Message(text, buttons, visibility, form, slot, ask != null && ask.location(), ownWords));
            }
            text = RichText.EMPTY;
            ownWords = false;
        }

        private static Choice inSlot(Choice choice) {
            return choice instanceof Choice.Press press
                    ? new Choice.Press(
                            press.label(), press.flow(), press.step(), Event.Pressed.IN_SLOT + press.answer())
                    : choice;
        }
    }
}
