package org.campaignbot.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.campaignbot.conversation.Turn.Note;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Target;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person did in light of the waiting question.
 *
 * <p>The order matters: a sure cry for help, stop, the budget (which deletion passes), answers to the question, words that start a flow (and extra words
 * it takes), what the question expects unless a sentence clearly says something else, an answer in a sentence, a place mentioned in
 * passing, a free question, one that may mean a few things, what is probably a place, and last an honest "not understood". What else a text asks is answered above all that.
 * Words that may be a cry for help are read in the same order, and a line below the answer offers help.
 */
final class InputRouter {

    /** The longest text that is read, in UTF-16 units; enough for a letter, not for a book. */
    static final int LONGEST = 4_000;

    private final FlowRun flowRun;
    private final Event event;
    private final Understanding understanding;
    private final HeardWords heardWords;
    private final int excess;
    private final EntryPoints entryPoints;
    private final AnswerMatcher answerMatcher;

    /**
     * A router of one event.
     *
     * @param excess whether the person's budget of turns is used up: 0 not yet, 1 by this turn, 2 before it
     */
    InputRouter(FlowRun flowRun, Event event, Understanding understanding, HeardWords heardWords, int excess) {
        this.flowRun = flowRun;
        this.event = event;
        this.understanding = understanding;
        this.heardWords = heardWords;
        this.excess = excess;
        this.entryPoints = new EntryPoints(flowRun);
        this.answerMatcher = new AnswerMatcher(flowRun, entryPoints);
    }

    void read() {
        String text = clean(words());
        flowRun.afterHelp().keepLanguages(!flowRun.isNew());
        if (!text.isEmpty()) {
            readWords(text);
        } else if (event instanceof Event.Left) {
            entryPoints.leave();
        } else if (event instanceof Event.Due due) {
            readDue(due);
        } else if (event instanceof Event.Answered answered) {
            readAnswered(answered);
        } else if (event instanceof Event.Unsaid) {
            askAgain();
        } else if (event instanceof Event.Redeemed redeemed && redeemed.isGranted()) {
            entryPoints.tell(redeemed);
        } else {
            String linked = event instanceof Event.Opened opened ? entryPoints.linked(opened.payload()) : null;
            readCalmly(text, false, false, new Understanding.Nothing(), linked);
        }
    }

    private void readWords(String text) {
        boolean readable = text.length() <= LONGEST;
        flowRun.readBy(understanding);
        ExpectedInput expected = new ExpectedInput(flowRun, heardWords);
        boolean isWriting = readable && expected.anyWords();
        boolean isOtherLanguage =
                readable && !isWriting && event instanceof Event.Typed && flowRun.follows(LanguageGuess.of(text));
        if (event instanceof Event.Typed
                && readable
                && flowRun.isAsking(Repair.DID_YOU_MEAN)
                && !expected.isAnswer(text)) {
            // It was none of these, so they aren't asked again.
            flowRun.leave(Repair.DID_YOU_MEAN);
        }
        State.Asked asked = flowRun.asked();
        String asking =
                asked == null || asked.shape().isHidden() ? "" : asked.place().flow();
        String beneath = readable && event instanceof Event.Typed && !expected.isAnswer(text)
                ? flowRun.beneathConfirmation(text)
                : null;
        BehindWish behind =
                readable && event instanceof Event.Typed && !flowRun.afterHelp().isNow()
                        ? BehindWish.in(text, Question.waiting(flowRun), flowRun)
                        : null;
        BehindWish story = behind != null && behind.isStory() ? behind : null;
        Understanding.Context context = story == null
                ? new Understanding.Context(
                        Objects.requireNonNullElse(beneath, asking),
                        asking,
                        isWriting,
                        flowRun.afterHelp().given())
                : new Understanding.Context(story.flow(), true);
        Language written = readable ? LanguageGuess.written(text) : null;
        flowRun.afterHelp()
                .keepLanguages(
                        written == null
                                ? !flowRun.isNew()
                                        && !(readable && LanguageGuess.mayBeAnother(text, flowRun.language()))
                                : written.equals(flowRun.language()));
        Understanding.Meaning heard = flowRun.understand(
                story != null ? story.words() : readable ? text : text.substring(0, LONGEST), context);
        Understanding.Meaning ordinary = heard instanceof Understanding.Urgent urgent ? urgent.ordinary() : heard;
        Understanding.ToTheBot toTheBot =
                ordinary instanceof Understanding.ToTheBot said && expected.isOwnText() ? said : null;
        heard = withoutWhom(heard);
        if (heard instanceof Understanding.Resumed resumed) {
            flowRun.afterHelp().end();
            heard = goingOn(resumed.meaning());
        }
        if (readable && heard instanceof Understanding.Urgent urgent) {
            heard = besideTheAnswer(
                    urgent, behind != null && story == null ? behind.words() : expected.besideThePlace(text), context);
        }
        Understanding.Urgent cry = cry(heard, text, expected);
        if (cry != null && cry.sure()) {
            readCry(cry, story == null ? text : story.words(), isWriting || (story != null && begin(story)));
            return;
        }
        if (cry != null && !flowRun.afterHelp().isAlreadyGiven(cry.to())) {
            flowRun.offerHelp(cry.to());
        }
        if (isOtherLanguage) {
            flowRun.speak(Repair.LANGUAGE_FOLLOWED);
        }
        Understanding.Meaning meaning = heard instanceof Understanding.Urgent urgent ? urgent.ordinary() : heard;
        readCalmly(
                text,
                readable,
                isWriting || story != null,
                toTheBot == null ? meaning : new Understanding.ToTheBot(meaning, toTheBot.rest(), toTheBot.leftOut()),
                null);
    }

    /** What words mean, whomever they're meant for. */
    private static Understanding.Meaning withoutWhom(Understanding.Meaning heard) {
        if (heard instanceof Understanding.Urgent urgent) {
            return new Understanding.Urgent(urgent.to(), urgent.sure(), withoutWhom(urgent.ordinary()));
        } else if (heard instanceof Understanding.Resumed resumed) {
            return new Understanding.Resumed(withoutWhom(resumed.meaning()));
        }
        return heard instanceof Understanding.ToTheBot said ? said.meaning() : heard;
    }

    /** What to go on with after help in danger: what the words say, or the question from before it if they say nothing else. */
    private Understanding.Meaning goingOn(Understanding.Meaning meaning) {
        if (meaning instanceof Understanding.Urgent urgent && !urgent.sure()) {
            return new Understanding.Urgent(urgent.to(), false, goingOn(urgent.ordinary()));
        }
        boolean isNothingElse = meaning instanceof Understanding.Nothing
                || meaning instanceof Understanding.Unsure
                || (meaning instanceof Understanding.Clear clear
                        && (clear.isTalk() || clear.to().flow().equals(Repair.BACK)));
        return isNothingElse && flowRun.asked() != null && flowRun.pack().flow(Repair.WHERE_WE_WERE) != null
                ? new Understanding.Clear(new Understanding.Destination(Repair.WHERE_WE_WERE, null))
                : meaning;
    }

    /**
     * A cry in the light of what stands beside an answer. An unusual name resembles one, so a place alone is none, and "Salinas CA,
     * lettuce country" is sure only if its rest is. So is "sí, ayúdeme. ..." where that is a button.
     */
    private Understanding.Meaning besideTheAnswer(
            Understanding.Urgent cry, @Nullable String beside, Understanding.Context context) {
        if (beside == null) {
            return cry;
        } else if (beside.isEmpty()) {
            return cry.ordinary();
        } else if (!cry.sure()) {
            return cry;
        }
        Understanding.Meaning rest = flowRun.understand(beside, context);
        return rest instanceof Understanding.Urgent urgent
                ? new Understanding.Urgent(
                        cry.to(),
                        urgent.sure(),
                        urgent.ordinary() instanceof Understanding.Nothing ? cry.ordinary() : urgent.ordinary())
                : new Understanding.Urgent(cry.to(), false, rest);
    }

    /** The cry for help in a text; null if there's none, or if the bot is waiting for just these words. */
    private Understanding.@Nullable Urgent cry(Understanding.Meaning meaning, String text, ExpectedInput expected) {
        if (!(meaning instanceof Understanding.Urgent urgent)) {
            return null;
        }
        if (urgent.sure()) {
            return urgent;
        }
        if (expected.explains(text, urgent)) {
            return null;
        }
        // A pack without a line that offers help shows the help itself.
        return flowRun.pack().flow(Repair.IN_DANGER) == null ? new Understanding.Urgent(urgent.to()) : urgent;
    }

    /** Begins the letter that a story was told for, without a word yet, since help comes first; false if it can't begin now. */
    private boolean begin(BehindWish story) {
        boolean begins = story.grant(Objects.requireNonNull(Question.waiting(flowRun)), flowRun, answerMatcher);
        flowRun.takeBackWords();
        return begins;
    }

    private void readCry(Understanding.Urgent cry, String text, boolean isWriting) {
        if (!isWriting) {
            if (cry.ordinary() instanceof Understanding.Clear beside) {
                flowRun.speakWords(beside.to());
            }
            entryPoints.help(cry.to());
            return;
        }
        flowRun.note(Note.URGENT);
        flowRun.enter(cry.to());
        flowRun.keepOwn(RepairFacts.ASIDE, text);
        flowRun.endMessage();
        flowRun.enter(Repair.SET_ASIDE);
    }

    private void readCalmly(
            String text, boolean readable, boolean isWriting, Understanding.Meaning meaning, @Nullable String linked) {
        if (linked != null && entryPoints.isUrgent(linked)) {
            entryPoints.help(new Understanding.Destination(linked, null));
        } else if (isStop(text, readable, linked) && !(isStopped() && excess > 0)) {
            flowRun.note(Note.STOPPED);
            flowRun.enter(Repair.STOP);
        } else if (excess > 0 && !isErasing(text, readable, meaning)) {
            flowRun.note(Note.TOO_FAST);
            // The line that offers help never stands alone, or nobody knows what it's about.
            if (excess == 1 || flowRun.offeredHelp() != null) {
                flowRun.enter(Repair.TOO_FAST);
            }
        } else if (event instanceof Event.Typed || event instanceof Event.Edited) {
            OtherQuestions others = OtherQuestions.in(readable && !isWriting ? text : "", meaning, flowRun);
            new TextRouter(flowRun, entryPoints, answerMatcher, heardWords).read(text, readable, meaning);
            others.answer();
        } else if (event instanceof Event.Opened opened) {
            entryPoints.open(opened.payload());
        } else {
            readAction();
        }
    }

    /** Whether somebody says stop, by words or link; it works at any question and beyond the budget. */
    private boolean isStop(String text, boolean readable, @Nullable String linked) {
        String flow = readable ? heardWords.flow(Fold.fold(text), flowRun.language()) : linked;
        return Repair.STOP.equals(flow);
    }

    /** Whether somebody asks to have everything about them deleted, or answers whether they're sure; it works beyond the budget, too. */
    private boolean isErasing(String text, boolean readable, Understanding.Meaning meaning) {
        if (event instanceof Event.Pressed pressed) {
            return pressed.flow().equals(Repair.FORGET);
        }
        if (!readable || text.isEmpty()) {
            return false;
        }
        return Repair.FORGET.equals(heardWords.flow(Fold.fold(text), flowRun.language()))
                || (meaning instanceof Understanding.Clear clear
                        && clear.to().flow().equals(Repair.FORGET))
                || (flowRun.isAsking(Repair.FORGET) && new ExpectedInput(flowRun, heardWords).isAnswer(text));
    }

    /** Whether the person said stop and has done nothing since. */
    private boolean isStopped() {
        return flowRun.asked() != null && flowRun.asked().place().flow().equals(Repair.STOP);
    }

    private String words() {
        if (event instanceof Event.Typed typed) {
            return typed.text();
        }
        if (event instanceof Event.Submitted submitted) {
            return String.join(" ", new TreeMap<>(submitted.fields()).values());
        }
        return event instanceof Event.Edited edited ? edited.text() : "";
    }

    /** Reads a due reminder. It is dropped if the person said stop, was forgotten, or has no waiting question. */
    private void readDue(Event.Due due) {
        flowRun.unremind(due.flow());
        State.Asked asked = flowRun.asked();
        if (asked == null
                || asked.place().flow().equals(Repair.STOP)
                || flowRun.pack().flow(due.flow()) == null
                || flowRun.pack().flow(Repair.REMINDER) == null) {
            flowRun.note(Note.NOT_REMINDED);
        } else {
            entryPoints.remind(due.flow());
        }
    }

    /**
     * Reads the result of an effect. It comes unprompted, so it is dropped if the person said stop or was forgotten in the
     * meantime; a flow that a group takes together is never dropped.
     */
    private void readAnswered(Event.Answered answered) {
        State.Asked asked = flowRun.asked();
        Flow flow = flowRun.pack().flow(answered.flow());
        boolean talks = asked != null && !asked.place().flow().equals(Repair.STOP);
        if (flow != null && (talks || flow.together())) {
            answered.facts().forEach(flowRun::keep);
            flowRun.enter(answered.flow());
        }
    }

    private void askAgain() {
        if (flowRun.asked() != null) {
            flowRun.enter(flowRun.pack().flow(Repair.ASK_AGAIN) == null ? Repair.WENT_WRONG : Repair.ASK_AGAIN);
        }
    }

    /** Reads what people do without words: presses, positions, forms, invitations and what the bot can't read. */
    private void readAction() {
        if (event instanceof Event.Pressed pressed) {
            readPress(pressed);
            return;
        }
        if (event instanceof Event.Invited invited) {
            readInvited(invited);
            return;
        }
        if (event instanceof Event.Unreadable) {
            answerMatcher.waiting(Repair.UNREADABLE);
            return;
        }
        if (event instanceof Event.Redeemed refused) {
            entryPoints.tell(refused);
            return;
        }
        if (event instanceof Event.Contact) {
            answerMatcher.waiting(Repair.CONTACT_SHARED);
            return;
        }
        Question question = answerMatcher.question();
        if (question == null) {
            if (flowRun.asked() == null) {
                entryPoints.open("");
            }
        } else if (event instanceof Event.Located located) {
            if (question.ask().location() && question.ask().expect() != null) {
                flowRun.notePlace();
                flowRun.keepOwn(question.expect().keep(), position(located));
                flowRun.go(question.flow(), question.expect().then(), question.place());
            } else {
                flowRun.enter(Repair.UNASKED_POSITION);
            }
        } else if (event instanceof Event.Submitted submitted) {
            if (question.ask().form() != null && question.ask().expect() != null) {
                submitted.fields().forEach((name, value) -> flowRun.keepOwn(name, clean(value)));
                flowRun.go(question.flow(), question.expect().then(), question.place());
            } else {
                flowRun.enter(Repair.OLD_BUTTON);
            }
        }
    }

    private void readInvited(Event.Invited invited) {
        if (entryPoints.accepts(invited.flow(), invited.id())) {
            invited.facts().forEach(flowRun::keep);
            entryPoints.introduce(invited.flow());
            flowRun.enter(invited.flow());
        } else {
            answerMatcher.waiting(Repair.OLD_BUTTON);
        }
    }

    private static String position(Event.Located located) {
        return String.format(Locale.ROOT, "%.5f,%.5f", located.latitude(), located.longitude());
    }

    private void readPress(Event.Pressed pressed) {
        if (pressed.named().equals(Prompt.MENU_ANSWER)) {
            flowRun.go(null, new Target.Menu(), null);
            return;
        }
        if (pressed.step().equals(Event.Pressed.INVITATION) && entryPoints.accepts(pressed.flow(), pressed.answer())) {
            entryPoints.introduce(pressed.flow());
            flowRun.enter(pressed.flow());
            return;
        }
        if (pressed.step().equals(Event.Pressed.ENTRY) && flowRun.pack().flow(pressed.flow()) != null) {
            entryPoints.enter(pressed.flow());
            return;
        }
        if (answerMatcher.takesAtAnyTime(pressed)) {
            return;
        }
        State.Asked asked = flowRun.asked();
        if (asked == null || !asked.place().isAt(pressed.flow(), pressed.step())) {
            flowRun.note(Note.OLD_BUTTON);
            flowRun.enter(Repair.OLD_BUTTON);
            return;
        }
        Question question = answerMatcher.question();
        if (question == null) {
            return;
        }
        List<Option> options = flowRun.options(question.flow(), question.step());
        for (Option option : options) {
            if (pressed.named().equals(option.mark())) {
                answerMatcher.take(question, option);
                return;
            }
        }
        answerMatcher.take(question, pressed.named());
    }

    /** The text without control characters and invisible letters. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            switch (Character.getType(letter)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    clean.append(letter == '\n' ? '\n' : ' ');
                // Direction marks and zero-width letters can hide what a text says; this drops the joiners inside
                // emoji too.
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> clean.appendCodePoint(letter);
            }
        });
        return clean.toString().strip();
    }
}
