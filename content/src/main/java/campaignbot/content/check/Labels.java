package campaignbot.content.check;

import campaignbot.flow.Template;
import campaignbot.flow.Words;
import campaignbot.message.Span;
import java.util.ArrayList;
import java.util.List;

/** What a label can say. */
final class Labels {

    private Labels() {}

    /** A wording of a label; {@code whole} says that no value is to be put in, so that this is all of it. */
    record Label(String text, boolean whole) {}

    /** The texts that words of one line can come to, without the values that are put in. */
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
