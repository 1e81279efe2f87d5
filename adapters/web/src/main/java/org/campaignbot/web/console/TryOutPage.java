package org.campaignbot.web.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Language;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.Languages;
import org.campaignbot.web.PackPages;
import org.campaignbot.web.Presses;
import org.campaignbot.web.WebChat;
import org.campaignbot.web.WebChats;
import org.campaignbot.web.WebReply;

/** A chat with the bot as it looks on a phone, to try it out: it counts nothing, stores nothing, and is one for each sign-in. */
public final class TryOutPage {

    private static final int LONGEST = 4_000;

    private final ConsoleHost host;
    private final WebChats chats;

    TryOutPage(ConsoleHost host) {
        this.host = host;
        this.chats = new WebChats(host.campaign()::tryOut, host.clock());
    }

    /**
     * The page.
     *
     * @param languages what the chat can be held in
     * @param starts what it can begin with, by title; an empty flow is the greeting
     * @param language the language of the chat that is on, or of the page
     * @param entries what was said; empty if no chat is on
     * @param chosen the flow that the last chat began with
     * @param turn the secret of the next turn
     */
    public record TryOut(
            List<Language> languages,
            List<PackPages.Deed> starts,
            Language language,
            List<WebChat.Entry> entries,
            String chosen,
            String turn) {

        /** Whether a chat is on. */
        public boolean isOn() {
            return !turn.isEmpty();
        }

        /** The number of the last turn. */
        public long last() {
            return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).turn();
        }
    }

    void dropExpired() {
        chats.dropExpired();
    }

    WebReply show(ConsoleVisit visit) {
        WebChat chat = chat(visit).orElse(null);
        List<PackPages.Deed> starts = new ArrayList<>();
        starts.add(PackPages.Deed.inChat(visit.say("try.greeting"), ""));
        PackPages pages = new PackPages(host.engine().get(), visit.language(), visit.now());
        starts.addAll(pages.deeds());
        pages.topics()
                .forEach(section -> section.topics()
                        .forEach(topic -> starts.add(PackPages.Deed.inChat(topic.title(), topic.id()))));
        TryOut page = new TryOut(
                host.engine().get().pack().languages(),
                starts,
                chat == null ? visit.language() : chats.language(chat),
                chat == null ? List.of() : chat.entries(),
                visit.memory().chosen(),
                chat == null ? "" : chat.form());
        Map<String, Object> values = new HashMap<>();
        values.put("chat", page);
        return visit.reply(200, "try", visit.page(visit.say("try.title"), "campaign", ""), values);
    }

    WebReply take(ConsoleVisit visit, FormFields fields) {
        Optional<WebChat> on = chat(visit);
        switch (fields.get("do")) {
            case "begin" -> {
                on.ifPresent(chats::end);
                begin(visit, fields);
            }
            case "end" -> end(visit);
            default -> on.ifPresent(chat -> turn(chat, fields));
        }
        // The newest message is where the reader goes on.
        return WebReply.seeOther(visit.page("", "", "").to(ConsoleRoute.TRY.path()) + "#new");
    }

    /** What a question gets in a new chat, which ends at once. */
    List<WebChat.Entry> answer(String question, Language language) {
        WebChat chat = chats.begin(language, "", "");
        chats.take(chat, chat.form(), new Event.Typed(question), question);
        List<WebChat.Entry> said = chat.entries();
        chats.end(chat);
        long last = said.get(said.size() - 1).turn();
        return said.stream().filter(each -> !each.own() && each.turn() == last).toList();
    }

    private void begin(ConsoleVisit visit, FormFields fields) {
        List<Language> offered = host.engine().get().pack().languages();
        String code = fields.get("language");
        Language language = Languages.isOffered(code, offered) ? new Language(code) : visit.language();
        String flow = fields.get("flow");
        boolean isThere = host.engine().get().pack().flow(flow) != null;
        visit.memory().chosen(isThere ? flow : "");
        visit.memory().chat(chats.begin(language, isThere ? flow : "", "").cookie());
    }

    private void turn(WebChat chat, FormFields fields) {
        String typed = fields.get("typed").strip();
        Optional<Event.Pressed> press = Presses.read(fields.get("press"));
        String turn = fields.get("turn");
        if (press.isPresent()) {
            chats.take(chat, turn, press.get(), chat.label(fields.get("press")));
        } else if (!typed.isEmpty() && typed.length() <= LONGEST) {
            chats.take(chat, turn, new Event.Typed(typed), typed);
        }
    }

    /** Ends the chat of a sign-in, if there is one. */
    void end(ConsoleVisit visit) {
        chat(visit).ifPresent(chats::end);
        visit.memory().chat("");
    }

    private Optional<WebChat> chat(ConsoleVisit visit) {
        String secret = visit.memory().chat();
        return secret.isEmpty() ? Optional.empty() : chats.find(secret);
    }
}
