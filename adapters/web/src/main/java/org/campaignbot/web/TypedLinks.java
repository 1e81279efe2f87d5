package org.campaignbot.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.campaignbot.flow.Fold;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;

/**
 * Makes links of what a chat says to type: a page has no field for "Type **bill status** for both", so it says "Open" with a link.
 *
 * @param heard the flow that words start, by those words
 * @param paths the path of each flow that has a page of its own
 * @param elsewhere the path for all other words that the bot hears, or empty if there is none
 * @param type how such a sentence begins in the pack's words
 * @param open how it begins on a page
 * @param to a path in the page's language
 */
record TypedLinks(
        Map<String, String> heard,
        Map<String, String> paths,
        String elsewhere,
        String type,
        String open,
        UnaryOperator<String> to) {

    PackPages.Topic in(PackPages.Topic topic) {
        return new PackPages.Topic(
                topic.id(),
                topic.title(),
                topic.parts().stream()
                        .map(part -> new PackPages.Part(part.heading(), in(part.text())))
                        .toList());
    }

    RichText in(RichText text) {
        return new RichText(text.blocks().stream().map(this::in).toList());
    }

    private Block in(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return new Block.Paragraph(in(paragraph.spans()));
        } else if (block instanceof Block.Items items) {
            return new Block.Items(
                    items.numbered(), items.items().stream().map(this::in).toList());
        }
        return block;
    }

    private List<Span> in(List<Span> spans) {
        List<Span> linked = new ArrayList<>(spans);
        for (int i = 1; i < linked.size(); i++) {
            if (linked.get(i) instanceof Span.Strong words && linked.get(i - 1) instanceof Span.Plain before) {
                String path = path(words.visible());
                String said = before.text().stripTrailing();
                if (!path.isEmpty() && ends(said)) {
                    String rest = said.substring(0, said.length() - type.length());
                    String verb = said.endsWith(type) ? open : open.toLowerCase(Locale.ROOT);
                    linked.set(i - 1, new Span.Plain(rest + verb + " "));
                    linked.set(i, new Span.Link(words.visible(), URI.create(to.apply(path))));
                }
            }
        }
        return linked;
    }

    private boolean ends(String said) {
        return said.endsWith(type) || said.endsWith(type.toLowerCase(Locale.ROOT));
    }

    private String path(String words) {
        String flow = heard.get(Fold.fold(words));
        return flow == null ? "" : paths.getOrDefault(flow, elsewhere);
    }
}
