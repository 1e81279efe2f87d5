package org.campaignbot.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.desk.AlertPreviews;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.telegram.TelegramBot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows an alert as people will read it, what is sent to each platform, and what its button opens. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Shows an alert as people will read it in each language, with its buttons.",
            "Then comes exactly what is sent to Telegram and Slack, without anyone's chat, and what three kinds of readers see"
                    + " when they press its button during office hours."
        })
final class AlertPreviewCommand implements Callable<Integer> {

    static final Map<String, Function<Message, List<String>>> PLATFORMS = platforms();

    private static final Map<AlertPreviews.Reader, String> READERS = Map.of(
            AlertPreviews.Reader.SPLIT,
            "somebody in New York whose ZIP code (" + AlertPreviews.SPLIT_ZIP + ") touches several districts",
            AlertPreviews.Reader.DC,
            "somebody in D.C.",
            AlertPreviews.Reader.SPANISH,
            "somebody who reads Spanish, in California");

    @Parameters(paramLabel = "ID", description = "The alert.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Mixin
    private final AlertOptions options = new AlertOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private static Map<String, Function<Message, List<String>>> platforms() {
        Map<String, Function<Message, List<String>>> platforms = new LinkedHashMap<>();
        platforms.put(TelegramBot.CHANNEL, TelegramBot::payloads);
        platforms.put(SlackBot.CHANNEL, SlackBot::payloads);
        return platforms;
    }

    @Override
    public Integer call() throws Exception {
        return AlertCommandContext.run(spec, options, office -> {
            Alert alert = AlertCommand.found(office, id);
            AlertPreviews previews = office.situation().previews();
            List<String> lines = new ArrayList<>();
            Map<String, Object> read = new LinkedHashMap<>();
            office.alerts().preview(alert).forEach((language, message) -> {
                lines.add("--- " + language);
                lines.addAll(lines(message));
                read.put(language.code(), row(message));
            });
            List<Map<String, Object>> leaving = new ArrayList<>();
            for (AlertPreviews.Leaving each : previews.leaving(alert, PLATFORMS)) {
                lines.addAll(lines(each));
                leaving.add(row(each));
            }
            List<Map<String, Object>> behind = new ArrayList<>();
            for (AlertPreviews.Behind each : previews.behind(
                    alert, AlertSituation.SURFACES, office.desk().now())) {
                lines.addAll(lines(each));
                behind.add(row(each));
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("messages", read);
            json.put("leaving", leaving);
            json.put("behind", behind);
            return office.tell(lines, json);
        });
    }

    /** A message as a terminal shows it: its words, where its links lead, and its buttons. */
    static List<String> lines(Message message) {
        List<String> lines = new ArrayList<>(List.of(message.text().visible()));
        message.text()
                .links()
                .forEach(link -> lines.add(link.label() + " → " + link.address().getHost() + ": " + link.address()));
        labels(message).forEach(label -> lines.add("[" + label + "]"));
        return lines;
    }

    /** What is sent to a platform, as it's sent. */
    static List<String> lines(AlertPreviews.Leaving leaving) {
        List<String> lines = new ArrayList<>();
        lines.add("--- What leaves for " + leaving.platform() + ", " + leaving.language());
        lines.addAll(leaving.payloads());
        return lines;
    }

    /** What a reader sees behind the button. */
    static List<String> lines(AlertPreviews.Behind behind) {
        List<String> lines = new ArrayList<>();
        lines.add("--- Behind the button: " + READERS.get(behind.reader()) + ", on " + behind.platform());
        behind.seen().forEach(message -> lines.addAll(lines(message)));
        return lines;
    }

    private static Map<String, Object> row(AlertPreviews.Leaving leaving) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("platform", leaving.platform());
        row.put("language", leaving.language().code());
        row.put("payloads", leaving.payloads());
        return row;
    }

    private static Map<String, Object> row(AlertPreviews.Behind behind) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reader", behind.reader().word());
        row.put("language", behind.language().code());
        row.put("platform", behind.platform());
        row.put("messages", behind.seen().stream().map(AlertPreviewCommand::row).toList());
        return row;
    }

    private static Map<String, Object> row(Message message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("text", message.text().visible());
        row.put(
                "links",
                message.text().links().stream()
                        .map(link -> link.address().toString())
                        .toList());
        row.put("buttons", labels(message));
        return row;
    }

    private static List<String> labels(Message message) {
        return message.choices().stream().map(Choice::label).toList();
    }
}
