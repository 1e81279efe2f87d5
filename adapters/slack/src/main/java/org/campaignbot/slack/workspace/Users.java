package org.campaignbot.slack.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.people.GroupMembership;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.platform.Counts;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.workspace.Installation;

/** Caches what no request tells about a person: their language in Slack, and whether they're a member there. */
public final class Users {

    private static final int REMEMBERED = 20_000;

    /** How long a change may go unnoticed. */
    private static final Duration LIFE = Duration.ofHours(1);

    /** How long not to ask Slack again after it didn't answer. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final User UNTOLD = new User(Language.ENGLISH, GroupMembership.UNKNOWN);

    private final WebApi api;
    private final Workspaces workspaces;
    private final Counts counts;
    private final Cache<Person, User> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();
    private final Cache<Person, Boolean> untold = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(SILENCE)
            .build();

    /**
     * What is known about a person.
     *
     * @param language their language in Slack; English if Slack didn't say
     * @param standing whether they're a member of the workspace
     */
    public record User(Language language, GroupMembership standing) {}

    public Users(WebApi api, Workspaces workspaces, Counts counts) {
        this.api = api;
        this.workspaces = workspaces;
        this.counts = counts;
    }

    /** A person, looked up in Slack if not cached; unknown if Slack doesn't answer in time. */
    public User of(Installation installation, String user) {
        Person person = SlackAddresses.person(installation.workspace(), user);
        User remembered = known.getIfPresent(person);
        if (remembered != null) {
            return remembered;
        } else if (untold.getIfPresent(person) != null) {
            return UNTOLD;
        }
        Answer answer = workspaces.told(
                installation.workspace(),
                api.callQuickly("users.info", installation.botToken(), Map.of("user", user, "include_locale", "true")));
        if (!(answer instanceof Answer.Done done)) {
            counts.add(SlackCount.LANGUAGE_UNKNOWN);
            untold.put(person, true);
            return UNTOLD;
        }
        JsonObject told = SlackJson.in(done.json(), "user");
        Language language = Language.ofLocale(SlackJson.text(told, "locale"));
        if (language.code().isEmpty()) {
            counts.add(SlackCount.LANGUAGE_UNKNOWN);
            language = Language.ENGLISH;
        }
        User found = new User(language, standing(told, installation.workspace()));
        known.put(person, found);
        return found;
    }

    /** Frees expired entries. */
    public void dropExpired() {
        known.cleanUp();
        untold.cleanUp();
    }

    /** A person's language, if it's known. */
    public Optional<Language> knownLanguage(Person person) {
        return Optional.ofNullable(known.getIfPresent(person)).map(User::language);
    }

    /**
     * Whether a user is a member (docs.slack.dev, "User object"). A user of another workspace isn't, unless one organization has
     * both workspaces and gives them access to this one.
     */
    private static GroupMembership standing(JsonObject user, String workspace) {
        if (SlackJson.isTrue(user, "is_restricted") || SlackJson.isTrue(user, "is_ultra_restricted")) {
            return GroupMembership.GUEST;
        }
        String team = SlackJson.text(user, "team_id");
        boolean elsewhere =
                SlackJson.isTrue(user, "is_stranger") || !(team.equals(workspace) || isLetIn(user, workspace));
        return elsewhere ? GroupMembership.SHARED : GroupMembership.MEMBER;
    }

    private static boolean isLetIn(JsonObject user, String workspace) {
        for (JsonElement each : SlackJson.list(SlackJson.in(user, "enterprise_user"), "teams")) {
            if (each.isJsonPrimitive() && each.getAsString().equals(workspace)) {
                return true;
            }
        }
        return false;
    }
}
