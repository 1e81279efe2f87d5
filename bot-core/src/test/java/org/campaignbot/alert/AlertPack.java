package org.campaignbot.alert;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.alert.audience.SmallCountry;
import org.campaignbot.alert.check.ReadWords;
import org.campaignbot.alert.desk.CheckContext;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Block;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Version;
import org.campaignbot.subscriptions.AlertTopics;

/** A pack of the made-up Oak Society, with an action in each status. */
public final class AlertPack {

    public static final Value.Translated AIM = new Value.Translated(
            Map.of(
                    Language.ENGLISH, "So this call is about the budget votes that come next.",
                    Language.SPANISH, "Así que esta llamada trata de las votaciones del presupuesto."),
            Language.ENGLISH);

    private static final Pattern LINK = Pattern.compile("\\[(.+)]\\((.+)\\)");

    private AlertPack() {}

    public static Pack pack() {
        Pack tea = TinyPack.pack();
        return new Pack(
                tea.id(),
                "1",
                tea.title(),
                List.of(Language.ENGLISH, Language.SPANISH),
                tea.start(),
                tea.menu(),
                tea.menuLabel(),
                tea.flows(),
                tea.facts(),
                records());
    }

    private static Map<String, Value> records() {
        Map<String, Value> records = new HashMap<>();
        records.put("action-call", action("open", Map.of()));
        records.put("action-letter", action("closed", Map.of()));
        records.put("action-visit", action("open", Map.of("closes", new Value.Day(LocalDate.of(2026, 11, 1)))));
        records.put("action-vote", action("retargeted", Map.of("note", AIM)));
        records.put("action-senate", action("open", Map.of("who", new Value.Text("senate"))));
        records.put("action-mute", action("retargeted", Map.of()));
        records.put("page", link("opened", "The page", "https://example.org/oak"));
        records.put("petition", link("fallback", "The petition", "https://example.org/oak"));
        records.put("report", link("fallback", "The report", "https://example.org/reports"));
        records.put("line", row("number", Map.of("number", new Value.Phone("202-555-0123"))));
        records.put("old-line", row("number", Map.of("number", new Value.Code("202-555-0199"))));
        records.put("society", row("organization", Map.of("names", text("Oak Society, OAKS, Sociedad del Roble"))));
        records.put(
                AlertTopics.RECORD,
                new Value.Rows(List.of(
                        new Value.Row(Map.of("label", text("All"), "value", text("all"))),
                        new Value.Row(Map.of("label", text("Votes"), "value", text("votes"))))));
        return records;
    }

    private static Value.Row link(String status, String label, String address) {
        return row("link", Map.of("url_status", text(status), "link", new Value.Link(label, URI.create(address))));
    }

    public static CheckContext situation(Map<String, String> settings) {
        return new CheckContext(
                pack(),
                new Version(1, new TreeMap<>(settings)),
                SmallCountry.DIRECTORY,
                (name, words) -> new ReadWords(
                        read(words), words.startsWith("#") ? List.of(name + ":1:1: a heading") : List.of()),
                (alert, language) ->
                        Message.of(RichText.of(alert.draft().words().getOrDefault(language, ""))),
                Map.of("telegram", surface(4096), "slack", surface(3000)));
    }

    /** Plain words, or a single link. */
    private static RichText read(String words) {
        Matcher link = LINK.matcher(words);
        return link.matches()
                ? new RichText(
                        List.of(new Block.Paragraph(List.of(new Span.Link(link.group(1), URI.create(link.group(2)))))))
                : RichText.of(words);
    }

    private static Surface surface(int textLimit) {
        return new Surface(textLimit, 8, 40, 64, true, true, true, true);
    }

    private static Value.Row action(String status, Map<String, Value> fields) {
        Map<String, Value> all = new HashMap<>(fields);
        all.put("status", text(status));
        all.put("title", text("Call your senators"));
        all.put("flow", text("tea"));
        return row("action", all);
    }

    private static Value.Row row(String kind, Map<String, Value> fields) {
        Map<String, Value> all = new HashMap<>(fields);
        all.put("kind", text(kind));
        return new Value.Row(all);
    }

    private static Value.Text text(String words) {
        return new Value.Text(words);
    }
}
