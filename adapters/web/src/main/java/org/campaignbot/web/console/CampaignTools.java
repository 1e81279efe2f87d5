package org.campaignbot.web.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;
import org.campaignbot.web.ChatEngine;
import org.campaignbot.web.WebChannel;
import org.jspecify.annotations.Nullable;

/** What the pages about the campaign show. Nothing of it is worked out before somebody asks for it. Thread-safe. */
public interface CampaignTools {

    /** What {@code ./bot check} finds today; empty while that's being worked out, which the first call begins. */
    Optional<PackFindings> check();

    /** What a question would get in a chat of this language, danger first. */
    QuestionGuess guess(String question, Language language);

    /** The campaign's transcripts, by group and name. */
    List<ChatFile> chats();

    /** A transcript as the bot answers it now; empty if there's none of that id. */
    Optional<ChatReplay> chat(String id);

    /** A bot that answers in these chats alone: it counts, stores and passes on nothing. */
    ChatEngine tryOut(WebChannel channel);

    /**
     * What a check found.
     *
     * @param day the day that it was made for, by the clock of Washington
     * @param isOther whether the files have changed since the bot began to use them
     * @param failed whether it couldn't be finished
     * @param found errors first
     */
    record PackFindings(LocalDate day, boolean isOther, boolean failed, List<PackFinding> found) {

        public PackFindings {
            found = List.copyOf(found);
        }

        /** How many of them forbid a release. */
        public long errors() {
            return found.stream().filter(PackFinding::isError).count();
        }

        /** How many are only to be looked at. */
        public long warnings() {
            return found.size() - errors();
        }
    }

    /**
     * Something that the check found.
     *
     * @param file where, from the content folder on
     * @param fix how to fix it
     */
    record PackFinding(boolean isError, String file, int line, String what, String fix) {}

    /**
     * What a question gets.
     *
     * @param meaning as a chat takes it
     * @param answer what the answer is called, if one is given at once; or an empty text
     * @param likeliest what the question most likely means, best first, whether or not that is likely enough
     * @param danger how likely danger is, from 0 to 1, if the alarm goes off; or 0
     */
    record QuestionGuess(Understanding.Meaning meaning, String answer, List<PossibleAnswer> likeliest, double danger) {

        public QuestionGuess {
            likeliest = List.copyOf(likeliest);
        }

        /** What the alarm does: {@code card}, {@code line} or {@code none}. */
        public String alarm() {
            return meaning instanceof Understanding.Urgent urgent ? (urgent.sure() ? "card" : "line") : "none";
        }

        /** What the question gets, danger aside: {@code answer}, {@code asks} or {@code nothing}. */
        public String outcome() {
            Understanding.Meaning calm = meaning instanceof Understanding.Urgent urgent ? urgent.ordinary() : meaning;
            return calm instanceof Understanding.Clear
                    ? "answer"
                    : calm instanceof Understanding.Unsure ? "asks" : "nothing";
        }
    }

    /** An answer that a question may mean, and how likely that is, from 0 to 1. */
    record PossibleAnswer(String title, double probability) {}

    /**
     * A transcript in a list.
     *
     * @param id its name in addresses
     * @param group what people do in it
     * @param name what it's called
     * @param twin the id of the same chat in another language, or null
     */
    record ChatFile(
            String id,
            String group,
            String name,
            Language language,
            @Nullable String twin) {}

    /**
     * A transcript, held again.
     *
     * @param about what its author says it's about; may be empty
     * @param isAsWritten whether the bot said what the transcript says
     */
    record ChatReplay(ChatFile file, String about, boolean isAsWritten, List<ChatStep> steps) {

        public ChatReplay {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something that happened in a chat, and what the bot said to it.
     *
     * @param kind whether the person typed or pressed something, or time passed
     * @param words what was typed or pressed, or what happened
     */
    record ChatStep(Kind kind, String words, List<Message> said) {

        /** What happened. */
        public enum Kind {
            TYPED,
            PRESSED,
            HAPPENED
        }

        public ChatStep {
            said = List.copyOf(said);
        }
    }
}
