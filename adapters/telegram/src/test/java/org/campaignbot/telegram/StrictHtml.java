package org.campaignbot.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses Telegram's HTML as documented, and refuses everything else. */
final class StrictHtml {

    private static final Pattern TOKEN =
            Pattern.compile("<(/?)([a-z]+)((?: href=\"[^\"<>]*\")?)>|&(amp|lt|gt|quot);|([^<>&]+)", Pattern.DOTALL);
    private static final Set<String> TAGS = Set.of("b", "i", "a", "code", "blockquote");
    private static final Map<String, String> REFERENCES = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"");

    private StrictHtml() {}

    /**
     * What a reader sees; an entity is never empty, code contains none, and code and quotes can't be nested in their own kind.
     */
    static String visible(String html) {
        StringBuilder visible = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Deque<Integer> starts = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(html);
        int at = 0;
        while (at < html.length()) {
            if (!token.find(at) || token.start() != at) {
                throw new IllegalArgumentException("not Telegram's HTML at " + at);
            }
            at = token.end();
            if (token.group(5) != null) {
                visible.append(token.group(5));
            } else if (token.group(4) != null) {
                visible.append(REFERENCES.get(token.group(4)));
            } else if (token.group(1).isEmpty()) {
                String tag = token.group(2);
                if (!TAGS.contains(tag)
                        || open.contains(tag)
                        || tag.equals("a") == token.group(3).isEmpty()) {
                    throw new IllegalArgumentException("a tag that may not stand here: " + tag);
                }
                if (open.contains("code")
                        || (tag.equals("code") && open.stream().anyMatch(each -> !each.equals("blockquote")))) {
                    throw new IllegalArgumentException("code stands alone");
                }
                open.push(tag);
                starts.push(visible.length());
            } else if (open.isEmpty() || !open.pop().equals(token.group(2)) || starts.pop() == visible.length()) {
                throw new IllegalArgumentException("an end without a beginning, or nothing in between");
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("never ended: " + open);
        }
        return visible.toString();
    }
}
