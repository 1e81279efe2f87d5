package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.State;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Version;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.AlertsContract;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.timers.Timer;
import org.campaignbot.update.ConversationStore.Commit;
import org.junit.jupiter.api.Test;

/** The database files without the key reveal no person's id and nothing that a person said. */
class StolenFileTest {

    private static final String CHAT = "chat-7421900113";
    private static final String THREAD = "thread-5500817";
    private static final String USER = "user-9917340026";
    private static final String WORKSPACE = "workspace-T0QX81ZK";
    private static final String WORDS = "Obviously Invented";
    private static final String ANSWER = "Here is what you asked about parsnips.";
    private static final String ORGANIZER = "Sunflower Of The South";

    private final List<String> secrets =
            new ArrayList<>(List.of(CHAT, THREAD, USER, WORKSPACE, WORDS, ANSWER, ORGANIZER));

    @Test
    void theFilesHoldNoIdAndNoWordOfAPerson() throws Exception {
        Path folder = TestDatabase.folder();
        try (Database database = Database.open(new DatabaseLocation.Embedded(folder), null, TestDatabase.CLOCK)) {
            ConversationKey conversation =
                    new ConversationKey(new Address("paper", WORKSPACE, CHAT, THREAD), new Person("paper", USER));
            Commit turn = Fixtures.firstTurn(conversation, "update-1");
            database.conversations()
                    .commit(List.of(new Commit(
                            conversation,
                            0,
                            "update-1",
                            turn.next(),
                            List.of(outgoing(conversation, 0, ANSWER, false), outgoing(conversation, 1, WORDS, true)),
                            turn.effects())));
            database.tally()
                    .count(
                            database.persons().of(conversation.person()),
                            new Tally.Deed("call", "NY-S1"),
                            "spoke",
                            Fixtures.WAY,
                            Fixtures.NOON);
            database.subscriptions()
                    .subscribe(new Subscription(
                            conversation, "1", Fixtures.NOON, Language.ENGLISH, Campaigners.ZONE, "NY"));
            database.timers().set(new Timer(new Timer.Id(conversation, 1, 0), "call", Fixtures.NOON, Campaigners.ZONE));
            database.wrongNumbers().report(database.persons().of(conversation.person()), "202-224-4451", Fixtures.NOON);
            database.settings("tiny")
                    .change(Version.FIRST, Change.set(ORGANIZER, Fixtures.NOON, Map.of("endorsed_by", "Us")));
            database.heldFacts()
                    .hold(
                            conversation,
                            Map.of("name", new State.Held(new Value.Text(WORDS, true), Fixtures.NOON.plusSeconds(60))));
            OneTimeCode code = OneTimeCode.random(new SecureRandom());
            secrets.add(code.text());
            database.organizers().invite(code, new Grant.FirstAdmin(ORGANIZER), Organizers.OPERATOR, Fixtures.NOON);
            database.organizers().redeem(code, conversation, "update-2", Fixtures.NOON);
            database.blocks().mute(conversation.person(), conversation.address(), ORGANIZER, Fixtures.NOON);
            AlertTransition.Taken alert = AlertsContract.draft(
                    "k3x9", new Audience(List.of(new Criterion.OfGroup(Set.of(WORKSPACE))), List.of()), Fixtures.NOON);
            secrets.addAll(alert.alert().draft().words().values());
            database.alerts().save(alert.alert(), alert.entry());
            // Before closing, the newest pages are in the log next to the file.
            String log = read(folder, "bot.sqlite-wal");
            assertThat(log).as("the log holds the turn").contains("outcome");
            assertNothingToldIn(everything(folder));
        }
        assertThat(everything(folder)).as("the file holds the turn").contains("outcome");
        assertNothingToldIn(everything(folder));
    }

    private void assertNothingToldIn(String bytes) {
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                assertThat(bytes.contains(form)).as(secret).isFalse();
            }
        }
    }

    /** The forms that a text might take in a file: in three encodings, or in Base64 at any of its three offsets. */
    private static List<String> forms(String secret) {
        List<String> forms = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms.add(new String(secret.getBytes(charset), StandardCharsets.ISO_8859_1));
        }
        for (int offset = 0; offset < 3; offset++) {
            String whole = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((" ".repeat(offset) + secret).getBytes(StandardCharsets.UTF_8));
            forms.add(whole.substring(offset == 0 ? 0 : offset + 1, whole.length() - 2));
        }
        return forms;
    }

    private static Outgoing outgoing(ConversationKey to, int place, String text, boolean ownWords) {
        Message message = new Message(RichText.of(text), List.of(), Visibility.ONLY_YOU, null, null, false, ownWords);
        return new Outgoing(
                "paper/" + WORKSPACE + "/update-1/" + place, to.address(), to.person(), Outgoing.Lane.REPLY, message);
    }

    private static String read(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    }

    private static String everything(Path folder) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.endsWith("key")).toList()) {
                all.write(Files.readAllBytes(file));
            }
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
