package org.campaignbot.web.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.people.Language;
import org.campaignbot.web.FormFields;
import org.campaignbot.web.Languages;
import org.campaignbot.web.Page;
import org.campaignbot.web.WebChat;
import org.campaignbot.web.WebReply;
import org.jspecify.annotations.Nullable;

/** The page about the campaign: what the check finds in its files, and what a question would get. */
public final class CampaignPage {

    /** As many characters as a chat takes at a time would be no question. */
    private static final int LONGEST = 500;

    private CampaignPage() {}

    /**
     * The page.
     *
     * @param findings what the check found, or null while it's being made
     * @param day the day of the check in words
     * @param question what was asked; empty before anything was
     * @param language the language of the chat that it's asked in
     * @param guess what the bot takes it for, or null before anything was asked
     * @param said what the bot says to it
     */
    public record Campaign(
            CampaignTools.@Nullable PackFindings findings,
            String day,
            int chats,
            String question,
            Language language,
            List<Language> languages,
            CampaignTools.@Nullable QuestionGuess guess,
            List<WebChat.Entry> said) {

        /** A probability as people read it. */
        public static String percent(double probability) {
            long percent = Math.round(probability * 100);
            return (percent == 0 ? "<1" : percent) + "%";
        }
    }

    static WebReply show(ConsoleVisit visit) {
        return page(visit, 200, "", visit.language(), null, List.of(), "");
    }

    /** Tells what a question would get. It comes in a body, so its words are in no address, history or log. */
    static WebReply ask(ConsoleVisit visit, FormFields fields, TryOutPage tryOut) {
        String question = fields.get("question").strip();
        List<Language> offered = visit.host().engine().get().pack().languages();
        String code = fields.get("language");
        Language language = Languages.isOffered(code, offered) ? new Language(code) : visit.language();
        if (question.isEmpty() || question.length() > LONGEST) {
            String kept = question.substring(0, Math.min(LONGEST, question.length()));
            String trouble = visit.say(question.isEmpty() ? "ask.empty" : "ask.long");
            return page(visit, 422, kept, language, null, List.of(), trouble);
        }
        CampaignTools.QuestionGuess guess = visit.host().campaign().guess(question, language);
        return page(visit, 200, question, language, guess, tryOut.answer(question, language), "");
    }

    /** The part of the page that is asked for again while the check is being made. */
    static WebReply check(ConsoleVisit visit) {
        CampaignTools.PackFindings findings = visit.host().campaign().check().orElse(null);
        Map<String, Object> values = new HashMap<>();
        values.put("findings", findings);
        values.put("day", day(visit, findings));
        return visit.reply(200, "findings", visit.page("", "", ""), values)
                .with("X-Poll", findings == null ? "on" : "stop");
    }

    private static String day(ConsoleVisit visit, CampaignTools.@Nullable PackFindings findings) {
        return findings == null ? "" : Page.day(findings.day(), visit.language());
    }

    private static WebReply page(
            ConsoleVisit visit,
            int status,
            String question,
            Language language,
            CampaignTools.@Nullable QuestionGuess guess,
            List<WebChat.Entry> said,
            String trouble) {
        CampaignTools.PackFindings findings = visit.host().campaign().check().orElse(null);
        Campaign page = new Campaign(
                findings,
                day(visit, findings),
                visit.host().campaign().chats().size(),
                question,
                language,
                visit.host().engine().get().pack().languages(),
                guess,
                said);
        return visit.reply(
                status,
                "campaign",
                visit.page(visit.say("campaign.title"), "campaign", ""),
                Map.of("campaign", page, "trouble", trouble));
    }
}
