package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Form;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Language;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.blocks.FormValue;
import org.campaignbot.slack.receive.CommandForm;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.testkit.slack.ShownView;
import org.campaignbot.testkit.slack.Talk;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackFormsTest {

    private static final Form LETTER = new Form(
            "Your letter to your senator",
            List.of(new Form.Field("who", "Who are you?", 60), new Form.Field("why", "Why does it matter?", 600)));

    private final Stage stage = Stage.http();
    private final ConversationKey own = SlackAddresses.own(Stage.TEAM, "U0BEN");

    @AfterEach
    void end() {
        assertThat(stage.slack.violations()).isEmpty();
        stage.close();
    }

    private void ask(Form form) {
        Message message =
                new Message(RichText.of("Tell me."), List.of(Stage.YES), Visibility.ONLY_YOU, form, null, false, false);
        stage.bot.channel().send(own.address(), own.person(), message, null);
    }

    @Test
    void aFormHasAButtonAboveTheAnswersThatOpensIt() {
        ask(LETTER);
        assertThat(stage.ben.lastShown().labels()).containsExactly("Fill in a form", "Yes");
        stage.ben.presses("Fill in a form").awaitTaken(Stage.SOON);
        ShownView modal = stage.ben.modal().orElseThrow();
        assertThat(modal.title()).isEqualTo("Your letter to your sen…");
        assertThat(modal.elements())
                .extracting(element -> element.label())
                .containsExactly("Who are you?", "Why does it matter?");
        assertThat(stage.taken).isEmpty();
    }

    @Test
    void whatIsFilledInIsSubmittedUnderTheNamesOfItsFields() {
        ask(LETTER);
        stage.ben.presses("Fill in a form").awaitTaken(Stage.SOON);
        Update update = stage.taken(stage.ben
                .form()
                .fills("Who are you?", "A nurse & mother")
                .fills("Why does it matter?", "Because.\nIt does.")
                .submits());
        assertThat(update.event())
                .isEqualTo(new Event.Submitted(Map.of("who", "A nurse & mother", "why", "Because.\nIt does.")));
        assertThat(update.conversation()).isEqualTo(own);
        assertThat(stage.ben.modal()).isEmpty();
    }

    @Test
    void theFormIsOpenedBeforeAnythingIsCommitted() {
        ask(LETTER);
        stage.failures.set(1);
        stage.ben.presses("Fill in a form").awaitTaken(Stage.SOON);
        assertThat(stage.ben.modal()).isPresent();
    }

    @Test
    void aCommandMayOpenAFormAtOnceAndItsQuestionWaitsInThePersonsOwnConversation() {
        Event begun = new Event.Invited("letter", "new", Map.of());
        stage.commands = (who, words, language) -> who.equals(own) && words.equals("letter")
                ? Optional.of(new CommandForm.Opened(begun, LETTER))
                : Optional.empty();
        Talk ben = stage.acme.talk(Stage.BEN, Stage.GENERAL);
        ben.command(SlackSettings.COMMAND, "letter").awaitTaken(Stage.SOON);
        assertThat(ben.modal()).isPresent();
        assertThat(stage.taken).singleElement().satisfies(update -> {
            assertThat(update.event()).isEqualTo(begun);
            assertThat(update.conversation()).isEqualTo(own);
            assertThat(update.origin().group()).isFalse();
        });
    }

    @Test
    void forOthersTheSameCommandIsOneOfWords() {
        stage.commands = (who, words, language) -> Optional.empty();
        stage.ana.command(SlackSettings.COMMAND, "letter").awaitTaken(Stage.SOON);
        assertThat(stage.taken)
                .singleElement()
                .satisfies(update -> assertThat(update.event()).isEqualTo(new Event.Typed("letter")));
        assertThat(stage.ana.modal()).isEmpty();
    }

    @Test
    void whatCouldNotBeCommittedLeavesTheFormOpen() {
        ask(LETTER);
        stage.ben.presses("Fill in a form").awaitTaken(Stage.SOON);
        stage.failures.set(1);
        stage.ben
                .form()
                .fills("Who are you?", "A")
                .fills("Why does it matter?", "B")
                .submits()
                .awaitGivenUp(Stage.SOON);
        assertThat(stage.ben.modal()).isPresent();
        assertThat(stage.taken).isEmpty();
    }

    @Test
    void aFormThatDoesNotFitAButtonIsAskedInWordsAlone() {
        List<Form.Field> many = IntStream.range(0, 30)
                .mapToObj(i -> new Form.Field("field" + i, "A label of a field that is quite long, number " + i, 60))
                .toList();
        ask(new Form("Long", many));
        assertThat(stage.ben.lastShown().labels()).containsExactly("Yes");
        assertThat(stage.count(SlackCount.FORM_LEFT_OUT)).isEqualTo(1);
    }

    @Test
    void aFormOfAnotherVersionIsNoError() {
        assertThat(FormValue.read("{\"l\":\"en\",\"f\":[1,{\"n\":\"a\",\"m\":\"x\"}]}"))
                .isNotNull();
        assertThat(FormValue.read("call/ready/yes")).isNull();
        FormValue value = new FormValue(Language.SPANISH, true, LETTER);
        assertThat(FormValue.read(value.write())).isEqualTo(value);
    }
}
