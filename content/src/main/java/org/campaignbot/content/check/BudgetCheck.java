package org.campaignbot.content.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.readability.Limits;
import org.campaignbot.content.readability.SentenceLengths;
import org.campaignbot.content.readability.TextKind;
import org.campaignbot.message.Block;
import org.campaignbot.message.Span;
import org.campaignbot.people.Language;

/** Finds texts with too many words or too long sentences for what they are, as they are really said. */
final class BudgetCheck {

    private static final int SHOWN = 60;

    private final PackCheck.Subject subject;
    private final Exceptions exceptions;
    private final LongestText longest;

    private BudgetCheck(PackCheck.Subject subject, Exceptions exceptions) {
        this.subject = subject;
        this.exceptions = exceptions;
        this.longest = new LongestText(subject.pack());
    }

    static void check(PackCheck.Subject subject, Exceptions exceptions) {
        BudgetCheck check = new BudgetCheck(subject, exceptions);
        subject.eachStep((flow, step) -> {
            TextPart part = TextPart.of(subject, flow, step);
            for (Language language : subject.pack().languages()) {
                List<LongestText.Variant> variants = check.longest.variants(part.words(language), language);
                check.words(part, language, variants);
                check.sentences(part, language, variants);
            }
        });
    }

    /** How many words of a text count for its kind: without those to say or copy, unless it's a card. */
    static int words(TextPart part, LongestText.Variant variant) {
        return words(variant.blocks().stream()
                .filter(block -> part.kind().countsQuotes() || !(block instanceof Block.Quote)));
    }

    private static int words(Stream<Block> blocks) {
        return blocks.mapToInt(block -> SentenceLengths.words(block.visible())).sum();
    }

    private void words(TextPart part, Language language, List<LongestText.Variant> variants) {
        LongestText.Variant most = null;
        LongestText.Variant mostQuoted = null;
        int words = part.limits().words();
        int quoted = part.kind().countsQuotes() ? Limits.NONE : part.limits().quote();
        for (LongestText.Variant variant : variants) {
            int count = words(part, variant);
            if (count > words) {
                words = count;
                most = variant;
            }
            int quote = quote(variant);
            if (quote > quoted) {
                quoted = quote;
                mostQuoted = variant;
            }
        }
        if (most != null) {
            report(
                    part,
                    language,
                    ProblemKind.TOO_MANY_WORDS,
                    "has " + words + " words" + most.where() + "; " + a(part) + " has at most "
                            + part.limits().words());
        }
        if (mostQuoted != null) {
            report(
                    part,
                    language,
                    ProblemKind.TOO_MANY_WORDS,
                    "has " + quoted + " words to say or copy" + mostQuoted.where() + ", of at most "
                            + part.limits().quote());
        }
    }

    private static int quote(LongestText.Variant variant) {
        return words(variant.blocks().stream().filter(Block.Quote.class::isInstance));
    }

    private void sentences(TextPart part, Language language, List<LongestText.Variant> variants) {
        int most = part.limits().longest();
        Set<SentenceLengths.Sentence> tooLong = new LinkedHashSet<>();
        double average = 0;
        String where = "";
        for (LongestText.Variant variant : variants) {
            SentenceLengths lengths = SentenceLengths.of(lines(variant.blocks()));
            tooLong.addAll(lengths.longerThan(most));
            if (lengths.average() > average) {
                average = lengths.average();
                where = variant.where();
            }
        }
        for (SentenceLengths.Sentence sentence : tooLong) {
            report(
                    part,
                    language,
                    ProblemKind.LONG_SENTENCE,
                    "has a sentence of " + sentence.words() + " words; " + a(part) + " has at most " + most + ": \""
                            + start(sentence.text()) + "\"");
        }
        if (average > part.limits().average()) {
            report(
                    part,
                    language,
                    ProblemKind.LONG_SENTENCE,
                    String.format(Locale.ROOT, "has %.1f words a sentence%s; ", average, where) + a(part)
                            + " has at most " + part.limits().average() + " on average");
        }
    }

    /** The lines of a text, in which a sentence ends at the latest. */
    private static List<String> lines(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Items items
                        ? items.items().stream().map(Span::visible)
                        : Stream.of(block.visible()))
                .toList();
    }

    private static String a(TextPart part) {
        return (part.kind() == TextKind.URGENT
                ? "urgent help"
                : "a " + part.kind().word());
    }

    private static String start(String sentence) {
        return sentence.length() <= SHOWN
                ? sentence
                : sentence.substring(0, SHOWN).strip() + "…";
    }

    private void report(TextPart part, Language language, ProblemKind kind, String message) {
        if (!exceptions.allow(part.flow().name(), part.step().name(), language, kind.code())) {
            subject.report(kind, part.place(), "\"" + part.name() + "\" in \"" + language + "\" " + message);
        }
    }
}
