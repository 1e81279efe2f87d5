package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.BotProcess;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.settings.Change;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.subscriptions.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts, as organizers send them from a terminal, on one SQLite file. */
class AlertCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String CAMPAIGN = "welcoming-communities";

    private static final String VOTE = """
            action: action-call
            audience: state=NY
            expires: 2026-11-27 18:00
            words:
              en: The vote on the **budget** is near. Please call today.
              es: La votación del **presupuesto** está cerca. Llame hoy, por favor.
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    private BotHere bot(String... arguments) throws Exception {
        return BotHere.run(Map.of(StorageSettings.DATA, data.toString()), "", arguments);
    }

    private Database database() throws Exception {
        return Database.open(new DatabaseLocation.Embedded(data), null, () -> NOW);
    }

    /** Adds thirty subscribers each in New York and Vermont, and organizers with these names. */
    private void fill(String... organizers) throws Exception {
        try (Database database = database()) {
            for (int i = 0; i < 60; i++) {
                Person person = new Person("telegram", Integer.toString(1_000 + i));
                database.subscriptions()
                        .subscribe(new Subscription(
                                new ConversationKey(new Address("telegram", "bot", person.id(), null), person),
                                "1",
                                NOW,
                                i % 2 == 0 ? Language.ENGLISH : Language.SPANISH,
                                ZoneId.of("America/New_York"),
                                i < 30 ? "NY" : "VT"));
            }
            for (int i = 0; i < organizers.length; i++) {
                OneTimeCode code = OneTimeCode.random(new Random(i));
                Grant grant =
                        i == 0 ? new Grant.FirstAdmin(organizers[i]) : new Grant.Invited(Role.ORGANIZER, organizers[i]);
                database.organizers().invite(code, grant, Organizers.OPERATOR, NOW);
                Person organizer = new Person("telegram", "organizer" + i);
                Address chat = new Address("telegram", "42", "organizer" + i, null);
                database.organizers().redeem(code, new ConversationKey(chat, organizer), "u" + i, NOW);
            }
        }
    }

    private Path file(String text) throws Exception {
        return Files.writeString(data.resolve("vote.yaml"), text);
    }

    private static String id(BotHere drafted) {
        assertThat(drafted.err()).isEmpty();
        assertThat(drafted.exit()).isZero();
        return drafted.out().substring(0, drafted.out().indexOf(' '));
    }

    /** An action by another organizer on a platform. */
    private void approve(String id, String name) throws Exception {
        try (Database database = database()) {
            Organizer second = database.organizers().all().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Alert alert = database.alerts().find(id).orElseThrow();
            AlertTransition.Taken step =
                    (AlertTransition.Taken) AlertStateMachine.approve(alert, Actor.of(second), NOW);
            assertThat(database.alerts().save(step.alert(), step.entry())).isTrue();
        }
    }

    @Test
    void aRehearsalNeedsNoDatabaseAndShowsTheAlertOnBothPlatforms(@TempDir Path empty) throws Exception {
        Map<String, String> nothing = Map.of(StorageSettings.DATA, empty.toString());
        String sound = file(VOTE.replace("state=NY", "New York and California")
                        .replace("2026-11-27 18:00", "friday 6pm"))
                .toString();
        BotHere shown = BotHere.run(nothing, "", "alert", "rehearse", sound);
        assertThat(shown.err()).isEmpty();
        assertThat(shown.exit()).isZero();
        assertThat(shown.out())
                .startsWith("The check passes.")
                .contains(
                        "It ends Friday, November 27, 2026, 6:00 PM Eastern time.",
                        "It's for people in California or New York.",
                        "--- On slack, en",
                        "--- On slack, es",
                        "--- On telegram, en",
                        "--- On telegram, es",
                        "The vote on the budget is near.",
                        "presupuesto")
                .doesNotContain("{", "What leaves", "Behind the button");
        assertThat(BotHere.run(nothing, "", "alert", "rehearse", sound, "--wire", "--behind")
                        .out())
                .contains(
                        "--- What leaves for telegram, en",
                        "\"chat_id\":\"0\"",
                        "--- Behind the button: somebody in D.C.");
        String closed = file(VOTE.replace("action-call", "action-sing")).toString();
        BotHere wrong = BotHere.run(nothing, "", "alert", "rehearse", closed);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).startsWith("error action: the campaign has no action \"action-sing\"");
        assertThat(BotHere.run(nothing, "", "alert", "rehearse", closed, "--json")
                        .out())
                .contains("\"passes\":false", "\"audience\":\"state=NY\"");
        String unread = file(VOTE.replace("state=NY", "my friends")).toString();
        assertThat(BotHere.run(nothing, "", "alert", "rehearse", unread).err())
                .contains("vote.yaml:2:11: \"my friends\" says nothing about who it's for");
        try (Stream<Path> made = Files.list(empty)) {
            assertThat(made.filter(each -> each.toString().endsWith(".sqlite"))).isEmpty();
        }
    }

    @Test
    void timesInWordsAreReadBackAndNeverGuessed() throws Exception {
        fill("Ana");
        String file = file(VOTE.replace("2026-11-27 18:00", "Friday 6pm")).toString();
        BotHere drafted = bot("alert", "draft", "--file", file, "--as", "ana", "--at", "mañana a las 9 de la mañana");
        assertThat(drafted.out())
                .contains(
                        "It begins Wednesday, November 25, 2026, 9:00 AM Eastern time.",
                        "It ends Friday, November 27, 2026, 6:00 PM Eastern time.",
                        "It's for people in New York: 30 now.");
        BotHere asked = bot("alert", "draft", "--file", file, "--as", "ana", "--at", "tomorrow at 9");
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.err())
                .contains("--at: \"tomorrow at 9\" can mean ", "write \"2026-11-25 09:00\" or \"2026-11-25 21:00\"");
    }

    @Test
    void anAlertOfTwoOrganizersGoesTheWholeWay() throws Exception {
        fill("Ana", "Ben");
        String id = id(bot("alert", "draft", "--file", file(VOTE).toString(), "--as", "ana"));
        assertThat(bot("alert", "send", id).err()).startsWith("It is not approved as it stands.");
        assertThat(bot("alert", "check", id).out()).contains(id + " is checked.");
        BotHere preview = bot("alert", "preview", id);
        assertThat(preview.out()).contains("--- en", "The vote on the budget is near.", "--- es", "presupuesto");
        assertThat(bot("alert", "approve", id, "--as", "Ben", "--count", "30").err())
                .startsWith("A second organizer has to approve it");
        approve(id, "Ben");
        assertThat(bot("alert", "send", id, "--as", "Ana").out())
                .startsWith(id + " is being sent; the server's ALERT_CANARY_PERCENT says whether a few get it first. ");
        assertThat(bot("alert", "pause", id).out()).contains("is paused");
        assertThat(bot("alert", "resume", id, "--as", "Ben").exit()).isZero();
        assertThat(bot("alert", "stop", id).out()).contains("is stopped");
        assertThat(bot("alert", "resume", id).err()).startsWith("It is over.");
        assertThat(bot("alert", "status", id).out())
                .contains("by Ana", "Ben  approved", "operator  paused", "Ben  resumed", "operator  stopped");
        assertThat(bot("alert", "again", id, "--count", "3").err()).startsWith("No recipient is in doubt");
        assertThat(bot("alert", "report", id, "--csv").out()).contains("count,part,number", "sent,,0");
        BotHere correction = bot(
                "alert",
                "correct",
                id,
                "--as",
                "Ana",
                "--action",
                "action-call",
                "--expires",
                "2026-11-28 18:00",
                "--words",
                "en=The budget vote was put off.",
                "--words",
                "es=Se aplazó el voto del presupuesto.");
        assertThat(bot("alert", "status", id(correction), "--json").out())
                .contains("\"kind\":\"correction\"", "\"about\":\"" + id + "\"", "earlier=" + id + ":got");
    }

    @Test
    void aTestForTheTestGroupWaitsForTheServerAndIsInTheTrail() throws Exception {
        fill("Ana", "Ben");
        String id = id(bot("alert", "draft", "--file", file(VOTE).toString(), "--as", "ana"));
        assertThat(bot("alert", "test", id).err()).startsWith("Nobody is in the test group.");
        try (Database database = database()) {
            Person ben = new Person("telegram", "organizer1");
            ConversationKey chat = new ConversationKey(new Address("telegram", "42", "organizer1", null), ben);
            String organizer = database.organizers().of(ben).orElseThrow().id();
            database.deskChats().note(organizer, chat);
            database.deskChats().setTests(organizer, chat, true);
        }
        BotHere tested = bot("alert", "test", id, "--as", "Ana");
        assertThat(tested.out()).startsWith("A test is on its way to the test group (1 organizer).");
        assertThat(bot("alert", "test", id).err()).startsWith("The test group got this version");
        assertThat(bot("alert", "status", id).out()).contains("Ana  tested: 1");
        try (Database database = database()) {
            assertThat(database.outbox().claim(10))
                    .extracting(sent -> sent.message().text().visible())
                    .satisfiesExactly(
                            english -> assertThat(english)
                                    .startsWith("TEST from Ana, for the test group only.")
                                    .contains("The vote on the budget is near."),
                            spanish -> assertThat(spanish)
                                    .startsWith("PRUEBA (TEST) de Ana, solo para el grupo de prueba.")
                                    .contains("La votación del presupuesto"));
        }
    }

    @Test
    void aPreviewShowsWhatLeavesAndWhatReadersSee() throws Exception {
        fill("Ana");
        String id = id(bot("alert", "draft", "--file", file(VOTE).toString(), "--as", "ana"));
        assertThat(bot("alert", "preview", id).out())
                .contains(
                        "--- What leaves for telegram, en",
                        "\"chat_id\":\"0\"",
                        "The vote on the <b>budget</b> is near.")
                .contains("--- What leaves for slack, es", "\"channel\":\"D0\"", "\"type\":\"rich_text\"")
                .contains(
                        "--- Behind the button: somebody in New York whose ZIP code (10025) touches several districts")
                .contains(
                        "--- Behind the button: somebody in D.C.", "--- Behind the button: somebody who reads Spanish");
        Map<String, String> atNight =
                Map.of(StorageSettings.DATA, data.toString(), Clocks.VARIABLE, "2026-11-25T04:50:00Z");
        assertThat(BotHere.run(atNight, "", "alert", "preview", id).out())
                .isEqualTo(bot("alert", "preview", id).out())
                .contains("touches several districts, on slack", "in D.C., on telegram", "in California, on slack")
                .doesNotContain("closed now", "cerradas");
        assertThat(bot("alert", "preview", id, "--json").out())
                .contains(
                        "{\"messages\":{\"en\":{\"text\":",
                        "\"leaving\":[{\"platform\":\"telegram\",\"language\":\"en\"")
                .contains("{\"platform\":\"slack\",\"language\":\"es\",\"payloads\":[\"{\\\"channel\\\":\\\"D0\\\"")
                .contains(
                        "\"behind\":[{\"reader\":\"split\",\"language\":\"en\",\"platform\":\"",
                        "\"messages\":[{\"text\":")
                .contains("{\"reader\":\"dc\",", "{\"reader\":\"spanish\",\"language\":\"es\"");
    }

    @Test
    void whoeverApprovesSaysThatTheyReadWhatWasFound() throws Exception {
        fill("Ana");
        try (Database database = database()) {
            database.settings(CAMPAIGN)
                    .change(database.settings(CAMPAIGN).current(), Change.set("ana", NOW, Map.of("approval", "alone")));
        }
        String words = VOTE.replace("Please call today.", "Sen. Schumer wants reelection.");
        String id = id(bot("alert", "draft", "--file", file(words).toString(), "--as", "ana"));
        assertThat(bot("alert", "check", id).out()).contains("warning en: \"Sen. Schumer wants reelection\" may speak");
        String[] approve = {"alert", "approve", id, "--as", "Ana", "--count", "30"};
        assertThat(bot(approve).err()).startsWith("The check found words that a person has to read.");
        assertThat(bot("alert", "acknowledge", id, "--as", "Ana").exit()).isZero();
        assertThat(bot(approve).exit()).isZero();
        assertThat(bot("alert", "status", id).out()).contains("Ana  acknowledged: election-near en: Sen. Schumer");
    }

    @Test
    void whetherAFewGetItFirstIsTheServersToSay() throws Exception {
        fill("Ana", "Ben");
        String id = id(bot("alert", "draft", "--file", file(VOTE).toString(), "--as", "ana"));
        assertThat(bot("alert", "check", id).exit()).isZero();
        approve(id, "Ben");
        Map<String, String> ofTheCommand = Map.of(StorageSettings.DATA, data.toString(), "ALERT_CANARY_PERCENT", "0");
        assertThat(BotHere.run(ofTheCommand, "", "alert", "send", id, "--json").out())
                .contains("\"stage\":\"canary\"");
    }

    @Test
    void theOnlyOrganizerApprovesByTheCount() throws Exception {
        fill("Ana");
        try (Database database = database()) {
            database.settings(CAMPAIGN)
                    .change(database.settings(CAMPAIGN).current(), Change.set("ana", NOW, Map.of("approval", "alone")));
        }
        String id = id(bot("alert", "draft", "--file", file(VOTE).toString(), "--as", "Ana"));
        assertThat(bot("alert", "check", id, "--json").out()).contains("\"stage\":\"checked\"");
        assertThat(bot("alert", "audience", "--of", id).out())
                .contains("It is for 30.", "by state: NY 30", "by language: en 15, es 15", "by platform: telegram 30");
        assertThat(bot("alert", "approve", id, "--as", "Ana", "--count", "60", "--json")
                        .out())
                .contains("\"refused\":\"wrong-count\"");
        assertThat(bot("alert", "approve", id, "--as", "Ana", "--count", "30").exit())
                .isZero();
        assertThat(bot("alert", "schedule", id, "--at", "2026-11-25 10:00").out())
                .contains("is scheduled");
        assertThat(bot("alert", "send", id).err()).startsWith("Its time has not come.");
        assertThat(bot("alert", "status", id).out())
                .contains("It begins at 2026-11-25 10:00.", "Ana  approved-alone: 30");
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndAMend() throws Exception {
        fill("Ana");
        BotHere broken = bot(
                "alert",
                "draft",
                "--as",
                "Ana",
                "--file",
                file(VOTE.replace("action:", "acton:").replace("NY", "NJ,NX")).toString());
        assertThat(broken.exit()).isEqualTo(2);
        assertThat(broken.err())
                .contains(
                        "vote.yaml:1:1: an alert has no key \"acton\" — did you mean \"action\"?",
                        "vote.yaml:2:20: there is no state \"NX\"");
        assertThat(bot("alert", "draft", "--as", "Anna").err()).contains("Nobody called \"Anna\" organizes.");
        assertThat(bot("alert", "draft", "--file", file(VOTE).toString()).err())
                .startsWith("An alert needs an organizer who answers for it.");
        String id = id(bot(
                "alert",
                "draft",
                "--as",
                "Ana",
                "--file",
                file(VOTE).toString(),
                "--action",
                "action-learn-bill",
                "--words",
                "en=Call 202-555-0142: we at AIUSA need you."));
        BotHere checked = bot("alert", "check", id);
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.err())
                .contains(
                        "error en: the number 202-555-0142",
                        "error en: \"we at AIUSA\" speaks as the organization",
                        "./bot alert draft --change " + id);
        assertThat(bot("alert", "audience", "comittee=SSAP").err())
                .contains("at 1: nobody can be chosen by \"comittee\" — did you mean \"committee\"?");
        assertThat(bot("alert", "stop", "nope").err()).contains("There is no alert of this name.");
    }

    @Test
    void whoAskedIsCountedByTheCommitteesOfTheirSenators() throws Exception {
        fill("Ana");
        BotProcess counted = BotProcess.run(
                Map.of(StorageSettings.DATA, data.toString()), "", "alert", "audience", "lawmaker=Chuck Schumer");
        assertThat(counted.out()).contains("It is for 30.");
        assertThat(counted.err()).isEmpty();
        assertThat(counted.exit()).isZero();
        assertThat(bot("alert", "audience", "--json").out())
                .contains("\"total\":\"60\"", "\"by_state\":{\"NY\":\"30\",\"VT\":\"30\"}");
    }
}
