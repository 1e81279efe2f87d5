package org.campaignbot.alert.check;

import static org.campaignbot.alert.check.Finding.error;
import static org.campaignbot.alert.check.Finding.warning;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.alert.check.Finding.Kind;
import org.campaignbot.flow.NamedHosts;
import org.campaignbot.message.HiddenLetters;
import org.campaignbot.message.LinkLook;
import org.campaignbot.message.Span;

/** Checks for words that look like something they aren't, and for mentions that notify more people than intended. */
record MisleadingCheck(NamedHosts hosts) {

    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}._-])@(?:everyone|here|channel|all|group|todos|todas|canal|aquí|aqui|grupo)(?![\\p{L}\\p{Nd}_.]*[\\p{L}\\p{Nd}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /**
     * Checks words.
     *
     * @param typed the words as typed
     * @param visible what is visible of them
     */
    void check(String where, String typed, String visible, List<Span.Link> links, List<Finding> findings) {
        Stream.of(typed, visible)
                .flatMap(text -> HiddenLetters.first(text).stream().mapToObj(at -> HiddenLetters.name(text, at)))
                .findFirst()
                .ifPresent(letter -> findings.add(error(
                        Kind.HIDDEN_LETTER,
                        where,
                        Map.of("letter", letter),
                        "the character " + letter + " is in the words, and nobody sees it",
                        "delete it: type the words around it once more")));
        links.forEach(link -> link(where, link, findings));
        Matcher mention = MENTION.matcher(visible);
        if (mention.find()) {
            findings.add(warning(
                    Kind.MASS_MENTION,
                    where,
                    Map.of("word", mention.group()),
                    "\"" + mention.group() + "\" calls everybody in a group, or looks as if it did",
                    "take it out: each reader gets the alert anyway"));
        }
    }

    private void link(String where, Span.Link link, List<Finding> findings) {
        String host = LinkLook.host(link.address());
        String address = link.address().toString();
        if (LinkLook.hasUserInformation(link.address())) {
            findings.add(error(
                    Kind.NAME_BEFORE_HOST,
                    where,
                    Map.of("address", address, "host", host),
                    "\"" + address + "\" leads to " + host + ", and a name before it looks like the host",
                    "take out what stands before the @, and the @"));
        }
        LinkLook.foreignHost(link.label(), link.address())
                .ifPresent(shown -> findings.add(error(
                        Kind.MISLEADING_LINK,
                        where,
                        Map.of("shown", shown, "host", host),
                        "the label says " + shown + ", and the link leads to " + host,
                        "name " + host + " in the label, or write the label in words")));
        if (LinkLook.isShortened(link.address())) {
            findings.add(warning(
                    Kind.SHORT_LINK,
                    where,
                    Map.of("host", host),
                    host + " hides where the link leads",
                    "write the address of the page itself"));
        } else if (!hosts.name(link.address())) {
            findings.add(warning(
                    Kind.UNNAMED_HOST,
                    where,
                    Map.of("host", host),
                    "no record of the campaign names " + host + ", where a link leads",
                    "make sure that it is the right host"));
        }
    }
}
