package org.campaignbot.testkit.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's markup, as far as it affects what a reader sees and who a message mentions (docs.slack.dev, "Formatting message text").
 *
 * @param visible the text as readers see it, with links and mentions rendered and the three entities decoded
 * @param violations what Slack tolerates but a good app doesn't send
 */
record Mrkdwn(String visible, List<String> violations) {

    private static final Pattern CONTROL = Pattern.compile("<([^<>]*)>|<|&(?!amp;|lt;|gt;)");
    private static final Pattern PERSON = Pattern.compile("@[UW][A-Z0-9]+(?:\\|.*)?");
    private static final Pattern CHANNEL = Pattern.compile("#[CG][A-Z0-9]+(?:\\|.*)?");
    private static final Pattern BROADCAST = Pattern.compile("!(?:here|channel|everyone)(?:\\|.*)?");
    private static final Pattern GROUP = Pattern.compile("!subteam\\^S[A-Z0-9]+(?:\\|.*)?");
    private static final Pattern DATE = Pattern.compile("!date\\^-?\\d+\\^[^^|]+(?:\\^https?://[^|]+)?\\|.+");
    private static final Pattern LINK = Pattern.compile("(?:https?://|mailto:|tel:)[^\\s|]+(?:\\|.*)?");

    static Mrkdwn of(String text) {
        List<String> violations = new ArrayList<>();
        StringBuilder visible = new StringBuilder();
        Matcher found = CONTROL.matcher(text);
        int done = 0;
        while (found.find()) {
            visible.append(text.substring(done, found.start()));
            visible.append(read(found, violations));
            done = found.end();
        }
        visible.append(text.substring(done));
        String resolved =
                visible.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return new Mrkdwn(resolved, List.copyOf(violations));
    }

    private static String read(Matcher found, List<String> violations) {
        String inside = found.group(1);
        if (inside == null) {
            violations.add(found.group().equals("<") ? "an unescaped < in mrkdwn" : "an unescaped & in mrkdwn");
            return found.group();
        }
        if (BROADCAST.matcher(inside).matches()) {
            violations.add("<" + inside + "> calls everybody of a channel");
            return "@" + inside.substring(1);
        }
        if (PERSON.matcher(inside).matches()
                || CHANNEL.matcher(inside).matches()
                || GROUP.matcher(inside).matches()) {
            return label(inside);
        }
        if (DATE.matcher(inside).matches() || LINK.matcher(inside).matches()) {
            return label(inside);
        }
        violations.add("an unescaped < in mrkdwn, or a sequence that Slack does not know");
        return found.group();
    }

    private static String label(String inside) {
        int bar = inside.indexOf('|');
        return bar < 0 || bar + 1 == inside.length() ? inside : inside.substring(bar + 1);
    }

    /** A text as Slack passes it to an app, with the three characters escaped. */
    static String escaped(String typed) {
        return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
