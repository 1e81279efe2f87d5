package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConversationsTest extends FakeSlackCase {

    private static final Channel SHARED = Channel.ofShared("C0SHARED", "shared");

    private JsonNode user(String id, String rest) throws Exception {
        return app.form("users.info", "user=" + id + rest).body().path("user");
    }

    @Test
    void aPersonsLanguageIsToldWhereItIsAskedFor() throws Exception {
        assertThat(user(ANA.id(), "").has("locale")).isFalse();
        JsonNode ana = user(ANA.id(), "&include_locale=true");
        assertThat(ana.path("locale").asString("")).isEqualTo("es-MX");
        assertThat(ana.path("tz").asString("")).isEqualTo("America/Mexico_City");
        assertThat(ana.path("tz_offset").asInt(0)).isEqualTo(-6 * 3600);
        assertThat(app.form("users.info", "user=U0NOBODY").error()).isEqualTo("user_not_found");
        assertThat(user(acme.botUser(), "").path("is_bot").asBoolean(false)).isTrue();
    }

    @Test
    void guestsAreTold() throws Exception {
        acme.talk(Person.of("U0GUEST").as(Person.Guest.OF_SOME_CHANNELS));
        acme.talk(Person.of("U0ONE").as(Person.Guest.OF_ONE_CHANNEL));
        assertThat(user("U0GUEST", "").path("is_restricted").asBoolean(false)).isTrue();
        assertThat(user("U0GUEST", "").path("is_ultra_restricted").asBoolean(true))
                .isFalse();
        assertThat(user("U0ONE", "").path("is_ultra_restricted").asBoolean(false))
                .isTrue();
        assertThat(user(ANA.id(), "").path("is_restricted").asBoolean(true)).isFalse();
    }

    @Test
    void openingDirectMessagesTellsTheirId() throws Exception {
        BareApp.Reply reply = app.form("conversations.open", "users=" + ANA.id());
        assertThat(reply.body().path("channel").path("id").asString("")).isEqualTo(ana.channel());
        assertThat(app.form("conversations.open", "").error()).isEqualTo("users_list_not_supplied");
        assertThat(app.form("conversations.open", "users=U0NOBODY").error()).isEqualTo("user_not_found");
    }

    @Test
    void aConversationIsDescribedToWhoMaySeeIt() throws Exception {
        acme.talk(ANA, GENERAL.speaking("es-MX"));
        acme.talk(ANA, SECRET);
        BareApp.Reply reply = app.form("conversations.info", "channel=" + GENERAL.id() + "&include_locale=true");
        assertThat(reply.body().path("channel").path("locale").asString("")).isEqualTo("es-MX");
        assertThat(reply.body().path("channel").path("is_member").asBoolean(true))
                .isFalse();
        assertThat(app.form("conversations.info", "channel=" + SECRET.id()).error())
                .isEqualTo("channel_not_found");
        acme.invitesBot(ANA, SECRET);
        BareApp.Reply needs = app.form("conversations.info", "channel=" + SECRET.id());
        assertThat(needs.error()).isEqualTo("missing_scope");
        assertThat(needs.body().path("needed").asString("")).isEqualTo("groups:read");
    }

    @Test
    void aSharedChannelHasPeopleOfSeveralWorkspaces() throws Exception {
        Workspace other = slack.workspaceWithoutApp("T0OTHER");
        Person cat = Person.of("U0CAT");
        Talk catInShared = other.talk(cat, SHARED);
        assertThat(app.form("users.info", "user=U0CAT").error()).isEqualTo("user_not_found");
        Talk anaInShared = acme.talk(ANA, SHARED);
        acme.invitesBot(ANA, SHARED).awaitTaken(SOON);
        AppServer.Taken joined = server.next(SOON);
        assertThat(joined.json().path("is_ext_shared_channel").asBoolean(false)).isTrue();
        assertThat(user("U0CAT", "").path("is_stranger").asBoolean(false)).isTrue();
        assertThat(app.says(SHARED.id(), "for both").isOk()).isTrue();
        assertThat(catInShared.lastShown().text()).isEqualTo("for both");
        assertThat(anaInShared.lastShown().text()).isEqualTo("for both");
        catInShared.mentions("help").awaitTaken(SOON);
        AppServer.Taken mention = server.next(SOON);
        assertThat(mention.text("team_id")).isEqualTo("T0ACME");
        assertThat(mention.event().path("user_team").asString("")).isEqualTo("T0OTHER");
        app.asks(SHARED.id(), "Which?", "Call");
        catInShared.presses("Call").awaitTaken(SOON);
        AppServer.Taken press = server.next(SOON);
        assertThat(press.json().path("team").path("id").asString("")).isEqualTo("T0ACME");
        assertThat(press.json().path("user").path("team_id").asString("")).isEqualTo("T0OTHER");
        assertThat(catInShared.command("/bill", "").state()).isEqualTo(Delivery.State.NOT_SENT);
        assertThat(catInShared.notices()).containsExactly("/bill is not a valid command");
        assertThatThrownBy(() -> acme.talk(cat)).hasMessageContaining("belongs to workspace T0OTHER");
    }

    @Test
    void aChannelThatIsNotSharedStaysInItsWorkspace() throws Exception {
        Workspace other = slack.workspace("T0OTHER");
        acme.talk(ANA, GENERAL);
        acme.invitesBot(ANA, GENERAL);
        assertThat(new BareApp(slack, other.botToken()).says(GENERAL.id(), "hi").error())
                .isEqualTo("channel_not_found");
        assertThat(new BareApp(slack, other.botToken()).says(ANA.id(), "hi").error())
                .isEqualTo("channel_not_found");
        assertThat(acme.stranger(BEN, GENERAL).shown()).isEmpty();
    }
}
