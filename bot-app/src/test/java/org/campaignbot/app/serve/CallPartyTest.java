package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.app.config.Shipped.question;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.testkit.slack.Channel;
import org.campaignbot.testkit.slack.SentMessage;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.Group;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group that calls together, twelve people at once, with a real process on each platform. */
class CallPartyTest {

    private static final int MEMBERS = 12;
    private static final Pattern OFFICE = Pattern.compile("Sen\\. ([^(*]+)[^·]*· \\d of \\d[^0-9]*([0-9() -]{10,})");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void onTelegramLinesAreSpreadSumsAreRightAndNobodyIsTold() throws Exception {
        try (Scene scene = new Scene(folder);
                ServerHere server = scene.serverHere()) {
            Group group = Group.supergroup(-1_000_500);
            Talk opener = scene.api().talk(Person.of(500), group);
            scene.api().awaitConfirmed(scene.api().group(group, Person.of(500)).addsBot(), Scene.PATIENCE);
            opener.command("party");
            scene.awaitShown(opener, question("party/how-long"));
            opener.presses("20 minutes");
            scene.awaitShown(opener, "Joined: 0");
            String party = id(scene);
            List<Talk> members = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                members.add(scene.api().talk(Person.of(501 + i)));
            }
            members.forEach(each -> each.starts("party-join--" + party));
            members.forEach(each -> scene.awaitShown(each, question("home/place")));
            members.forEach(each -> each.says("NY"));
            List<String> offices = new ArrayList<>();
            members.forEach(each -> offices.add(
                    office(scene.awaitShown(each, question("call/card")).text())));
            assertThat(offices).hasSize(MEMBERS).doesNotHaveDuplicates();
            members.forEach(each -> each.presses("Left a voicemail"));
            members.forEach(each -> scene.awaitShown(each, "Voicemail for Sen."));
            members.forEach(each -> scene.awaitShown(each, "2 of 2"));
            scene.awaitShown(opener, "Joined: 12. Calls made: 12.");
            members.get(0).presses("Undo");
            scene.awaitShown(opener, "Calls made: 11.");
            assertThat(scene.api().shown(group.id()))
                    .noneSatisfy(each -> assertThat(each.text()).contains("New York"));
            assertThatCardsAreApart(scene.api().log().calls("editMessageText").stream()
                    .filter(each -> each.chat() == group.id())
                    .map(Call::nanos)
                    .toList());
            opener.presses("End the party");
            scene.awaitShown(opener, "I've forgotten who took part");
            assertThat(server.err()).isEmpty();
            assertThat(scene.api().violations()).isEmpty();
        }
    }

    @Test
    void inSlackLinesAreSpreadSumsAreRightAndNobodyIsTold() throws Exception {
        try (SlackScene scene = new SlackScene(folder, true);
                ServerHere server = scene.serverHere()) {
            Channel channel = Channel.ofPublic("C0CALLS", "calls");
            var host = org.campaignbot.testkit.slack.Person.of("U0HOST");
            var opener = scene.workspace().talk(host, channel);
            SlackScene.taken(scene.workspace().invitesBot(host, channel));
            SlackScene.taken(opener.command("/campaign", "party"));
            scene.awaitShown(opener, question("party/how-long"));
            SlackScene.taken(opener.presses("20 minutes"));
            SentMessage card = scene.awaitShown(opener, "Joined: 0");
            var members = new ArrayList<org.campaignbot.testkit.slack.Talk>();
            for (int i = 0; i < MEMBERS; i++) {
                members.add(scene.workspace().talk(org.campaignbot.testkit.slack.Person.of("U0MEMBER" + i), channel));
            }
            members.stream()
                    .map(each -> each.presses(card.ts(), "Join the party"))
                    .toList()
                    .forEach(SlackScene::taken);
            var alone = members.stream()
                    .map(each -> scene.workspace().talk(each.person()))
                    .toList();
            alone.forEach(each -> scene.awaitShown(each, question("home/place")));
            alone.stream().map(each -> each.says("NY")).toList().forEach(SlackScene::taken);
            List<String> offices = new ArrayList<>();
            alone.forEach(each -> offices.add(
                    office(scene.awaitShown(each, question("call/card")).text())));
            assertThat(offices).hasSize(MEMBERS).doesNotHaveDuplicates();
            alone.stream()
                    .map(each -> each.presses("Left a voicemail"))
                    .toList()
                    .forEach(SlackScene::taken);
            scene.awaitShown(opener, "Joined: 12. Calls made: 12.");
            for (var member : members) {
                assertThat(member.shownByBot())
                        .noneSatisfy(each -> assertThat(each.text()).contains("New York"));
            }
            assertThatCardsAreApart(scene.slack().log().calls("chat.update").stream()
                    .filter(each -> each.ts().equals(card.ts()))
                    .map(org.campaignbot.testkit.slack.Call::nanos)
                    .toList());
            SlackScene.taken(opener.presses(card.ts(), "End the party"));
            scene.awaitShown(opener, "This call party is over");
            assertThat(server.err()).isEmpty();
            assertThat(scene.slack().violations()).isEmpty();
        }
    }

    private static String office(String text) {
        Matcher office = OFFICE.matcher(text);
        assertThat(office.find()).as(text).isTrue();
        return office.group(1) + " " + office.group(2).strip();
    }

    /** The id of the party in the card's link. */
    private static String id(Scene scene) {
        Matcher link = Pattern.compile("party-join--([A-Za-z0-9]+)")
                .matcher(scene.api().log().calls().stream()
                        .map(Call::raw)
                        .toList()
                        .toString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Edits of a card are sent five seconds apart; on arrival they may be a little closer. */
    private static void assertThatCardsAreApart(List<Long> nanos) {
        assertThat(nanos).isNotEmpty();
        for (int i = 1; i < nanos.size(); i++) {
            assertThat(nanos.get(i) - nanos.get(i - 1)).isGreaterThan(4_000_000_000L);
        }
    }
}
