package org.campaignbot.slack.blocks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's text format: its three escapes, and what it puts in angle brackets (docs.slack.dev, "Formatting message text"). */
public final class Mrkdwn {

    private static final Pattern BRACKETS = Pattern.compile("<([^<>]{1,3000})>");

    private Mrkdwn() {}

    /** Escapes exactly the three characters that Slack escapes, so that the text can't contain a link or notify anyone. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * What a person typed, from what Slack sends: escapes are undone, a link becomes its label or address, a channel its name; user
     * mentions are left out, since an id is of no use here.
     */
    public static String typed(String text) {
        String shown = text;
        if (text.indexOf('<') >= 0) {
            Matcher brackets = BRACKETS.matcher(text);
            StringBuilder out = new StringBuilder(text.length());
            while (brackets.find()) {
                brackets.appendReplacement(out, Matcher.quoteReplacement(meaning(brackets.group(1))));
            }
            shown = brackets.appendTail(out).toString();
        }
        return shown.indexOf('&') < 0
                ? shown
                : shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The text without mentions of a user. */
    public static String without(String user, String text) {
        return !text.contains("<@") ? text : text.replaceAll("<@" + Pattern.quote(user) + "(\\|[^<>]*)?>", " ");
    }

    private static String meaning(String inside) {
        int bar = inside.indexOf('|');
        String target = bar < 0 ? inside : inside.substring(0, bar);
        String label = bar < 0 ? "" : inside.substring(bar + 1);
        return switch (target.charAt(0)) {
            case '@' -> "";
            case '#' -> label.isEmpty() ? "" : "#" + label;
            case '!' -> special(target.substring(1), label);
            default -> label.isEmpty() ? withoutScheme(target) : label;
        };
    }

    /** A mention of many, such as {@code !here}, or something else that Slack formats for the reader, such as a date. */
    private static String special(String name, String label) {
        boolean calls = name.equals("here") || name.equals("channel") || name.equals("everyone");
        return calls ? "@" + name : label;
    }

    private static String withoutScheme(String address) {
        return address.startsWith("mailto:") || address.startsWith("tel:")
                ? address.substring(address.indexOf(':') + 1)
                : address;
    }
}
