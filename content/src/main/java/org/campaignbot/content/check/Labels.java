package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.people.Language;

/** Lists the texts that a label can show, and the buttons below a question. */
final class Labels {

    /** How many choices from a list a page shows. */
    private static final int OPTIONS = 5;

    /** A choice from a list, on a button as wide as the screen. */
    private static final String OPTION = "Springfield, Illinois";

    private final Pack pack;
    private final LongestText longest;

    Labels(Pack pack) {
        this.pack = pack;
        this.longest = new LongestText(pack);
    }

    /** The longest text of a label in a language. */
    String longest(Wording label, Language language) {
        return longest.variants(List.of(label.in(language)), language).stream()
                .map(variant -> new RichText(variant.blocks()).visible())
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The labels of the buttons below a step, with the one to the menu. */
    List<String> buttons(Flow flow, Step step, Language language) {
        List<String> buttons = new ArrayList<>();
        if (step.ask() != null) {
            if (step.ask().options() != null) {
                buttons.addAll(Collections.nCopies(OPTIONS, OPTION));
            }
            step.ask().answers().forEach(answer -> buttons.add(longest(answer.label(), language)));
            if (addsMenu(pack, flow, step)) {
                buttons.add(longest(pack.menuLabel(), language));
            }
        }
        return buttons;
    }

    /** Whether the engine adds a button to the menu to a question. */
    static boolean addsMenu(Pack pack, Flow flow, Step step) {
        return step.ask() != null
                && step.ask().manner().menu()
                && !flow.name().equals(pack.menu())
                && step.ask().answers().stream().noneMatch(answer -> answer.then() instanceof Target.Menu);
    }

    /** One wording of a label; {@code whole} says that no value is inserted, so this is the full text. */
    record Label(String text, boolean whole) {}

    /** The texts that one-line words can produce, without the inserted values. */
    static List<Label> of(Words words) {
        if (words instanceof Words.Said said) {
            return List.of(label(said.template()));
        }
        List<Label> labels = new ArrayList<>();
        if (words instanceof Words.Chosen chosen) {
            chosen.forms().values().forEach(form -> labels.addAll(of(form)));
        }
        return labels;
    }

    private static Label label(Template template) {
        StringBuilder text = new StringBuilder();
        for (Template.BlockPattern block : template.blocks()) {
            for (Template.SpanPattern span : block.lines().get(0)) {
                if (span instanceof Template.Fixed fixed && fixed.span() instanceof Span.Plain plain) {
                    text.append(plain.text());
                }
            }
        }
        boolean[] filled = new boolean[1];
        template.eachInsert(insert -> filled[0] = true);
        return new Label(text.toString(), !filled[0]);
    }
}
