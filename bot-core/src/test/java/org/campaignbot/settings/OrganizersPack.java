package org.campaignbot.settings;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;

/** A pack with one record of each kind that organizers can change. */
final class OrganizersPack {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final Value.Day AS_OF = new Value.Day(LocalDate.of(2026, 11, 1));

    private OrganizersPack() {}

    static Pack pack() {
        Language spanish = new Language("es");
        Value.Translated summary = new Value.Translated(
                Map.of(Language.ENGLISH, "It became law.", spanish, "Ya es ley."), Language.ENGLISH);
        Map<String, Value> records = Map.of(
                "bill", row("status", Map.of("state", text("enacted"), "summary", summary)),
                "call", row("action", Map.of("status", text("open"), "title", text("Call"), "flow", text("tea"))),
                "office-call",
                        row("action", Map.of("status", text("open"), "title", text("Call"), "who", text("senate"))),
                "page",
                        row(
                                "link",
                                Map.of(
                                        "url", text("https://example.org/campaign"),
                                        "url_status", text("fallback"),
                                        "link",
                                                new Value.Link(
                                                        "The page", URI.create("https://example.org/campaign")))),
                "line", row("number", Map.of("number", new Value.Code("202-555-0100"), "dial", text("no"))),
                "beans", row("fact", Map.of("text", text("Beans are sown in May."))));
        Pack tea = TinyPack.pack();
        return new Pack(
                tea.id(),
                "1",
                tea.title(),
                List.of(Language.ENGLISH, spanish),
                tea.start(),
                tea.menu(),
                tea.menuLabel(),
                tea.flows(),
                tea.facts(),
                records);
    }

    private static Value.Row row(String kind, Map<String, Value> fields) {
        Map<String, Value> all = new java.util.HashMap<>(fields);
        all.put("kind", text(kind));
        all.put("as_of", AS_OF);
        return new Value.Row(all);
    }

    private static Value.Text text(String words) {
        return new Value.Text(words);
    }
}
