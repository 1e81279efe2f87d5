package campaignbot.app.operate;

import campaignbot.alert.Alert;
import campaignbot.message.Choice;
import campaignbot.message.Message;
import campaignbot.people.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows an alert as people will read it. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = "Shows an alert as people will read it in each language, with its buttons.")
final class AlertPreviewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The alert.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Mixin
    private final AlertOptions options = new AlertOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return AlertOffice.run(spec, options, office -> {
            Alert alert = AlertCommand.found(office, id);
            List<String> lines = new ArrayList<>();
            Map<String, Object> json = new LinkedHashMap<>();
            office.alerts().preview(alert).forEach((language, message) -> {
                lines.addAll(lines(language, message));
                json.put(language.code(), row(message));
            });
            return office.tell(lines, json);
        });
    }

    private static List<String> lines(Language language, Message message) {
        List<String> lines =
                new ArrayList<>(List.of("--- " + language, message.text().visible()));
        message.text().links().forEach(link -> lines.add(link.label() + ": " + link.address()));
        labels(message).forEach(label -> lines.add("[" + label + "]"));
        return lines;
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
