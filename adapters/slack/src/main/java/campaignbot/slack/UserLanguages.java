package campaignbot.slack;

import campaignbot.people.Language;
import campaignbot.people.Person;
import campaignbot.platform.Counters;
import campaignbot.slack.WebApi.Answer;
import campaignbot.workspace.Installation;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Knows the language that each person has set in Slack, which no request tells. */
final class UserLanguages {

    private static final int REMEMBERED = 20_000;

    /** How long a change of language may go unnoticed. */
    private static final Duration LIFE = Duration.ofHours(12);

    /** How long Slack is not asked again where it did not tell. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final WebApi api;
    private final Workspaces workspaces;
    private final Counters<Counted> counters;
    private final Cache<Person, Language> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();
    private final Cache<Person, Boolean> untold = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(SILENCE)
            .build();

    UserLanguages(WebApi api, Workspaces workspaces, Counters<Counted> counters) {
        this.api = api;
        this.workspaces = workspaces;
        this.counters = counters;
    }

    /** The language of a person, asked of Slack where it is not known; English where Slack does not tell in time. */
    Language of(Installation installation, String user) {
        Person person = SlackPlaces.person(installation.workspace(), user);
        Language language = known.getIfPresent(person);
        if (language != null) {
            return language;
        } else if (untold.getIfPresent(person) != null) {
            return Language.ENGLISH;
        }
        Answer answer = workspaces.told(
                installation.workspace(),
                api.callQuickly("users.info", installation.botToken(), Map.of("user", user, "include_locale", "true")));
        if (answer instanceof Answer.Done done) {
            language = Language.ofLocale(Json.text(Json.in(done.json(), "user"), "locale"));
        }
        if (language == null || language.code().isEmpty()) {
            counters.add(Counted.LANGUAGE_UNKNOWN);
            untold.put(person, true);
            return Language.ENGLISH;
        }
        known.put(person, language);
        return language;
    }

    /** The language of a person, where it is known. */
    Optional<Language> known(Person person) {
        return Optional.ofNullable(known.getIfPresent(person));
    }
}
