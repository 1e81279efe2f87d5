package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Words;
import org.campaignbot.message.Span;

/** Lists the texts that a label can show. */
final class Labels {

    private Labels() {}

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
