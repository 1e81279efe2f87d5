package org.campaignbot.slack.blocks;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a message, if it's strong: Slack shows it as a header, so that what follows, such as a number to dial, stands
 * apart.
 *
 * @param words the headline, at most {@link #LONGEST} characters
 * @param rest the message below it
 */
record Headline(String words, RichText rest) {

    /** The longest headline, in characters: what fits on two lines of a phone. Block Kit allows 150. */
    private static final int LONGEST = 60;

    /** The headline of a text; null if its first line isn't one. */
    static @Nullable Headline of(RichText text) {
        if (text.isEmpty()
                || !(text.blocks().get(0) instanceof Block.Paragraph first)
                || first.spans().isEmpty()
                || !(first.spans().get(0) instanceof Span.Strong)) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        List<Span> below = new ArrayList<>();
        boolean broken = false;
        for (Span span : first.spans()) {
            String words = span.visible();
            int end = words.indexOf('\n');
            if (broken) {
                below.add(span);
            } else if (!(span instanceof Span.Plain || (span instanceof Span.Strong && end < 0))) {
                // A header has no links.
                return null;
            } else if (end < 0) {
                line.append(words);
            } else {
                broken = true;
                line.append(words, 0, end);
                if (end + 1 < words.length()) {
                    below.add(new Span.Plain(words.substring(end + 1)));
                }
            }
        }
        boolean isOneLine = broken || first.spans().size() == 1;
        if (!isOneLine || line.isEmpty() || line.length() > LONGEST) {
            return null;
        }
        List<Block> rest = new ArrayList<>(text.blocks());
        rest.remove(0);
        if (!below.isEmpty()) {
            rest.add(0, new Block.Paragraph(below));
        }
        return new Headline(line.toString(), new RichText(rest));
    }
}
