package org.campaignbot.web.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.web.WebReply;

/** The campaign's transcripts: their list by what people do in them, and each as a chat. */
public final class ChatsPage {

    private static final Set<String> GROUPS = Set.of(
            "ambiguous",
            "changes-mind",
            "content-changed",
            "corrects",
            "digresses",
            "happy-path",
            "hostile",
            "returns-later");

    private ChatsPage() {}

    /**
     * The list.
     *
     * @param groups how many chats each group has
     * @param group the one that is shown
     */
    public record Chats(Map<String, Integer> groups, String group, List<ChatLine> lines) {}

    /** A chat in the languages that it's there in. */
    public record ChatLine(String name, List<CampaignTools.ChatFile> files) {}

    /** What a group is called; a group that the pages have no words for keeps its own name. */
    public static String groupName(ConsolePage console, String group) {
        return GROUPS.contains(group) ? console.say("chats.group." + group) : group;
    }

    static WebReply show(ConsoleVisit visit) {
        Map<String, List<ChatLine>> groups = new LinkedHashMap<>();
        Map<String, CampaignTools.ChatFile> byId = new LinkedHashMap<>();
        visit.host().campaign().chats().forEach(each -> byId.put(each.id(), each));
        for (CampaignTools.ChatFile file : byId.values()) {
            CampaignTools.ChatFile twin = file.twin() == null ? null : byId.get(file.twin());
            boolean isListed = twin != null && !file.language().equals(visit.base());
            if (!isListed) {
                groups.computeIfAbsent(file.group(), group -> new ArrayList<>())
                        .add(new ChatLine(file.name(), twin == null ? List.of(file) : List.of(file, twin)));
            }
        }
        groups.values().forEach(lines -> lines.sort(Comparator.comparing(ChatLine::name)));
        Map<String, Integer> counts = new LinkedHashMap<>();
        groups.forEach((group, lines) -> counts.put(group, lines.size()));
        String asked = visit.query("group");
        String first = groups.keySet().stream().findFirst().orElse("");
        String group = groups.containsKey(asked) ? asked : groups.containsKey("happy-path") ? "happy-path" : first;
        return visit.reply(
                200,
                "chats",
                visit.page(visit.say("chats.title"), "campaign", ""),
                Map.of("chats", new Chats(counts, group, groups.getOrDefault(group, List.of()))));
    }

    /** One chat, beside the same one in the other language if it's there. */
    static WebReply one(ConsoleVisit visit) {
        CampaignTools tools = visit.host().campaign();
        Optional<CampaignTools.ChatReplay> chat = tools.chat(visit.name());
        if (chat.isEmpty()) {
            return visit.trouble(404, "no-chat-file", List.of());
        }
        List<CampaignTools.ChatReplay> shown = new ArrayList<>(List.of(chat.get()));
        String twin = chat.get().file().twin();
        if (twin != null) {
            tools.chat(twin).ifPresent(shown::add);
        }
        return visit.reply(
                200, "chat", visit.page(chat.get().file().name(), "campaign", ""), Map.of("shown", List.copyOf(shown)));
    }
}
