package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;
import org.campaignbot.update.UpdateJournal;
import org.campaignbot.web.WebChat;
import org.campaignbot.web.WebChats;
import org.campaignbot.web.console.CampaignTools;
import org.campaignbot.web.console.CampaignTools.ChatFile;
import org.campaignbot.web.console.CampaignTools.ChatReplay;
import org.campaignbot.web.console.CampaignTools.ChatStep;
import org.campaignbot.web.console.CampaignTools.PossibleAnswer;
import org.campaignbot.web.console.CampaignTools.QuestionGuess;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What the console shows of the shipped campaign. */
class ConsoleCampaignTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final List<Runnable> background = new ArrayList<>();
    private Instant now = NOON;
    private final UpdateJournal journal = Mockito.mock(UpdateJournal.class);
    private final CampaignTools tools = tools();

    private CampaignTools tools() {
        Settings settings = Mockito.mock(Settings.class);
        Mockito.when(settings.current()).thenReturn(Version.FIRST);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new ConsoleCampaign(
                Shipped.CONTENT,
                Shipped.CAMPAIGN,
                Shipped.CAMPAIGN::engine,
                () -> Shipped.DIRECTORY,
                settings,
                () -> now,
                journal,
                new Console(nowhere, nowhere, () -> now),
                background::add);
    }

    @Test
    void theCheckIsMadeOnceADayInTheBackgroundAndFindsWhatTheCommandFinds() {
        assertThat(tools.check()).isEmpty();
        assertThat(tools.check()).isEmpty();
        assertThat(background).hasSize(1);
        background.remove(0).run();
        CampaignTools.PackFindings findings = tools.check().orElseThrow();
        assertThat(findings.day()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(findings.failed()).isFalse();
        assertThat(findings.isOther()).isFalse();
        assertThat(findings.errors()).isZero();
        assertThat(findings.found())
                .allSatisfy(each -> assertThat(each.file()).matches("(campaigns|kits|directory)/.*"));
        assertThat(background).isEmpty();
        now = NOON.plusSeconds(86_400);
        assertThat(tools.check()).isEmpty();
        assertThat(background).hasSize(1);
    }

    @Test
    void aQuestionGetsItsLikeliestAnswersAndACryTheAlarm() {
        QuestionGuess ask = tools.guess("what is in the big bill that passed?", Language.ENGLISH);
        assertThat(ask.alarm()).isEqualTo("none");
        assertThat(ask.likeliest())
                .hasSizeBetween(1, 3)
                .allSatisfy(each -> assertThat(each.title()).isNotEmpty());
        assertThat(ask.likeliest())
                .extracting(PossibleAnswer::probability)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        QuestionGuess cry = tools.guess("agents are at my door right now", Language.ENGLISH);
        assertThat(cry.alarm()).isEqualTo("card");
        assertThat(cry.danger()).isGreaterThan(0.3);
        QuestionGuess command = tools.guess("settings", Language.ENGLISH);
        assertThat(command.outcome()).isEqualTo("answer");
        assertThat(command.answer()).isNotEmpty();
        assertThat(tools.guess("12345", Language.ENGLISH).outcome()).isEqualTo("nothing");
    }

    @Test
    void aTranscriptIsHeldAgainWordForWordBesideItsSpanishTwin() {
        List<ChatFile> chats = tools.chats();
        assertThat(chats)
                .hasSizeGreaterThan(400)
                .allSatisfy(each -> assertThat(each.id()).matches("[a-z0-9-]{1,80}"));
        ChatFile spanish = chats.stream()
                .filter(each -> each.language().equals(Language.SPANISH) && each.twin() != null)
                .findFirst()
                .orElseThrow();
        ChatReplay english = tools.chat(Objects.requireNonNull(spanish.twin())).orElseThrow();
        assertThat(english.file().twin()).isEqualTo(spanish.id());
        assertThat(english.file().name()).isEqualTo(spanish.name());
        ChatReplay call = tools.chat("returns-later--a-card-of-the-day-before").orElseThrow();
        assertThat(call.isAsWritten()).isTrue();
        assertThat(call.about()).startsWith("The state is forgotten");
        assertThat(call.steps().get(0)).satisfies(step -> {
            assertThat(step.kind()).isEqualTo(ChatStep.Kind.TYPED);
            assertThat(step.words()).isEqualTo("call");
            assertThat(step.said()).isNotEmpty();
        });
        assertThat(call.steps()).anySatisfy(step -> {
            assertThat(step.kind()).isEqualTo(ChatStep.Kind.PRESSED);
            assertThat(step.words()).isEqualTo("Talked to someone");
        });
        assertThat(call.steps()).anySatisfy(step -> {
            assertThat(step.kind()).isEqualTo(ChatStep.Kind.HAPPENED);
            assertThat(step.words()).isEqualTo("31 minutes pass");
        });
        assertThat(tools.chat("returns-later--../../pack")).isEmpty();
    }

    @Test
    void aTryOutAnswersAndTakesNoNoteOfTurns() {
        WebChats chats = new WebChats(tools::tryOut, () -> now);
        WebChat chat = chats.begin(Language.SPANISH, "", "");
        chats.take(chat, chat.form(), new Event.Typed("llamar"), "llamar");
        chats.take(chat, chat.form(), new Event.Typed("VT"), "VT");
        assertThat(chat.entries())
                .anySatisfy(each -> assertThat(each.text().visible()).contains("Sanders"));
        Mockito.verifyNoInteractions(journal);
    }
}
