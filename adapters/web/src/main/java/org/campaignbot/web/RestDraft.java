package org.campaignbot.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceTerms;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.desk.AlertTime;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.times.ExactTime;
import org.campaignbot.web.RestProblem.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a draft from a request's body, part by part; times and audiences are written as at the desk.
 *
 * @param draft the result, or null if a part can't be read
 * @param problems what to change, all of it at once
 */
record RestDraft(@Nullable Draft draft, List<Part> problems) {

    private static final Set<String> FIELDS = Set.of("action", "topic", "audience", "words", "at", "expires");

    RestDraft {
        problems = List.copyOf(problems);
    }

    static RestDraft of(JsonNode body, Pack pack, AudienceTerms terms, Instant now) {
        List<Part> problems = new ArrayList<>();
        for (String field : body.propertyNames()) {
            if (!FIELDS.contains(field)) {
                problems.add(new Part(
                        field,
                        "there is no such field",
                        "leave it out, or write one of action, topic, audience, words, at, expires"));
            }
        }
        String action = text(body, "action", problems);
        List<String> actions =
                Action.all(pack.records()).map(Action::name).sorted().toList();
        if (!actions.contains(action)) {
            problems.add(new Part(
                    "action", "\"" + action + "\" isn't an action", "write one of " + String.join(", ", actions)));
        }
        String topic = text(body, "topic", problems);
        Audience audience = audience(text(body, "audience", problems), terms, problems);
        Map<Language, String> words = words(body.path("words"), pack, problems);
        String at = text(body, "at", problems);
        Instant start = at.isEmpty() ? null : time("at", at, AlertTime.read(at, now), problems);
        String expires = text(body, "expires", problems);
        Instant end = null;
        if (expires.isEmpty()) {
            problems.add(new Part("expires", "is missing", "say when it's too late to send it, as " + AlertTime.FORM));
        } else {
            end = time("expires", expires, AlertTime.readEnd(expires, now), problems);
        }
        return problems.isEmpty() && end != null
                ? new RestDraft(
                        new Draft(action, topic.isEmpty() ? Subscription.ALL : topic, words, audience, start, end),
                        problems)
                : new RestDraft(null, problems);
    }

    /** Reads an audience, in words or as a filter; everybody if it is empty. */
    static Audience audience(String line, AudienceTerms terms, List<Part> problems) {
        AudienceText.Read read = AudienceText.read(line, terms);
        if (read instanceof AudienceText.Read.Broken broken) {
            broken.problems().forEach(each -> problems.add(new Part("audience", each.message(), each.fix())));
            return Audience.EVERYBODY;
        }
        return ((AudienceText.Read.Sound) read).audience();
    }

    private static Map<Language, String> words(JsonNode node, Pack pack, List<Part> problems) {
        Map<Language, String> words = new HashMap<>();
        List<String> codes = pack.languages().stream().map(Language::code).toList();
        for (String code : node.propertyNames()) {
            String said = node.path(code).asString("").strip();
            if (!codes.contains(code)) {
                problems.add(new Part(
                        "words." + code,
                        "the campaign doesn't speak that language",
                        "write one of " + String.join(", ", codes)));
            } else if (!said.isEmpty()) {
                words.put(new Language(code), said);
            }
        }
        if (words.isEmpty()) {
            problems.add(
                    new Part("words", "there are none", "write them by language, as {\"en\": \"The vote is near.\"}"));
        }
        return words;
    }

    private static @Nullable Instant time(String field, String typed, ExactTime.Reading reading, List<Part> problems) {
        Optional<AlertTime.Problem> problem = AlertTime.problem(typed, reading);
        problem.ifPresent(each -> problems.add(new Part(field, each.message(), each.fix())));
        return reading instanceof ExactTime.At at ? at.time().toInstant() : null;
    }

    /** A field's text; empty if it's missing. */
    static String text(JsonNode body, String field, List<Part> problems) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        } else if (!value.isString()) {
            problems.add(new Part(field, "isn't a text", "write it in quotes"));
            return "";
        }
        return value.asString("").strip();
    }
}
