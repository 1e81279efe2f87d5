package org.campaignbot.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.AudiencePhrase;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.desk.AlertJson;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts an alert's audience before the alert is written. */
@Command(
        name = "audience",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the people an alert would reach; fewer than ten are shown as few.",
            "Say who in words, as \"people in New York who read Spanish\" or \"everyone but Texas\"; or as a filter: state=NY,CA district=NY-12 chamber=senate lawmaker=NAME party=NAME committee=SSAP language=es"
                    + " platform=slack group=ACCOUNT earlier=ID:got|acted|did-not-act. not: before a word leaves those out."
        })
final class AlertAudienceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WORD", arity = "0..*", description = "Who; everybody by default.")
    private List<String> words = List.of();

    @Option(names = "--of", paramLabel = "ID", description = "Count the audience of this alert.")
    private @Nullable String id;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Of those who want alerts about it.")
    private String topic = Subscription.ALL;

    @Mixin
    private final AlertOptions options = new AlertOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        String of = id;
        return AlertCommandContext.run(spec, options, office -> {
            if (of != null) {
                Draft draft = AlertCommand.found(office, of).draft();
                return tell(office, draft.audience(), draft.topic());
            }
            String line = words.stream().map(AlertAudienceCommand::quoted).collect(Collectors.joining(" "));
            return tell(office, AlertDraftOptions.audience(line, office.alerts().terms()), topic);
        });
    }

    /** Restores the quotes around a name, which the shell removed. */
    private static String quoted(String word) {
        int equals = word.indexOf('=');
        return word.contains(" ") && !word.contains("\"") && equals > 0
                ? word.substring(0, equals + 1) + '"' + word.substring(equals + 1) + '"'
                : word;
    }

    private static int tell(AlertCommandContext office, Audience audience, String topic) {
        AudienceCount count = office.alerts().count(audience, topic);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("audience", AudienceText.write(audience));
        String phrase = AudiencePhrase.of(audience, office.alerts().terms(), Language.ENGLISH);
        row.put("in-words", phrase);
        row.put("topic", topic);
        row.putAll(AlertJson.count(count));
        return office.tell(AlertWords.count(phrase, count), row);
    }
}
