package org.campaignbot.testkit.slack;

import java.util.List;
import java.util.Set;
import org.campaignbot.testkit.fake.Json;
import tools.jackson.databind.node.ObjectNode;

/** auth.test and auth.revoke. */
final class AuthMethods {

    private final World world;

    AuthMethods(World world) {
        this.world = world;
    }

    List<Method> methods() {
        return List.of(
                new Method("auth.test", "", Tier.SPECIAL, Set.of(), this::test),
                new Method("auth.revoke", "", Tier.THREE, Set.of("test"), this::revoke));
    }

    private Answer test(Request request) {
        Team team = request.installation().team;
        ObjectNode answer = Json.object();
        answer.put("url", "https://" + team.domain() + ".slack.com/").put("team", team.domain());
        answer.put("user", "campaign_bot").put("team_id", team.id).put("user_id", team.botUserId());
        answer.put("bot_id", team.botId()).put("is_enterprise_install", false);
        return Answer.ok(answer);
    }

    private Answer revoke(Request request) {
        boolean only = request.flag("test");
        if (!only) {
            Installation revoked = request.installation();
            revoked.end("token_revoked");
            world.events.tokensRevoked(revoked.team);
        }
        return Answer.ok(Json.object().put("revoked", !only));
    }
}
