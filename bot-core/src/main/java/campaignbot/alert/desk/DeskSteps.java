package campaignbot.alert.desk;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.EasternTime;
import campaignbot.flow.Action;
import campaignbot.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The Java steps of the alert desk, by which its flow finds its way through what the desk has told.
 *
 * <p>{@code desk.page} tells what was told just now, and unfolds its lists; {@code desk.list} lists alerts to choose from;
 * {@code desk.actions} lists the actions that one can ask for; {@code desk.missing} names the part of a draft that is still to be
 * written; {@code desk.stage} tells what can be done with the alert on the screen. Each is {@code look} where nothing is held any
 * more, so that the desk has to be asked again.
 */
public final class DeskSteps {

    private static final String LOOK = "look";

    /** The parts of a draft, by the outcomes that ask for them, in their order. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("action", "desk_action"),
            Map.entry("topic", "desk_topic"),
            Map.entry("english", "desk_english"),
            Map.entry("spanish", "desk_spanish"),
            Map.entry("audience", "desk_audience"),
            Map.entry("start", "desk_start"),
            Map.entry("end", "desk_end"));

    private DeskSteps() {}

    /** All of them. */
    public static List<JavaStep> all() {
        return List.of(
                new Step(
                        "desk.page",
                        Set.of(LOOK, DeskFacts.NOBODY, DeskFacts.LIST, DeskFacts.FORM, DeskFacts.ALERT),
                        Set.of("desk_words", "desk_found"),
                        DeskSteps::page),
                new Step("desk.list", Set.of(LOOK, "listed"), Set.of("desk_alerts", "desk_any"), DeskSteps::list),
                new Step("desk.actions", Set.of("some", "none"), Set.of("desk_actions"), DeskSteps::actions),
                new Step(
                        "desk.missing",
                        Set.of("action", "topic", "english", "spanish", "audience", "start", "end", "ready"),
                        Set.of(),
                        DeskSteps::missing),
                new Step(
                        "desk.stage",
                        Set.of(
                                LOOK,
                                DeskFacts.FORM,
                                "draft",
                                "checked",
                                "theirs",
                                "ready",
                                "sending",
                                "paused",
                                "over"),
                        Set.of(),
                        DeskSteps::stage));
    }

    private record Step(
            String name, Set<String> outcomes, Set<String> gives, Function<JavaStep.Input, JavaStep.Result> act)
            implements JavaStep {
        @Override
        public Result run(Input input) {
            return act.apply(input);
        }
    }

    private static JavaStep.Result page(JavaStep.Input input) {
        return JavaStep.Result.of(Objects.requireNonNullElse(input.facts().text(DeskFacts.PAGE), LOOK))
                .with("desk_words", DeskFacts.rows(input.facts(), DeskFacts.WORDING, List.of("language", "words")))
                .with("desk_found", DeskFacts.rows(input.facts(), DeskFacts.FINDINGS, List.of("line")));
    }

    private static JavaStep.Result list(JavaStep.Input input) {
        Value.Rows alerts = DeskFacts.rows(input.facts(), DeskFacts.LISTED, List.of("value", "label"));
        return JavaStep.Result.of(input.facts().text(DeskFacts.LISTED) == null ? LOOK : "listed")
                .with("desk_alerts", alerts)
                .with("desk_any", new Value.Text(alerts.rows().isEmpty() ? "none" : "some"));
    }

    private static JavaStep.Result actions(JavaStep.Input input) {
        List<Value.Row> rows = new ArrayList<>();
        input.facts().records().forEach((name, record) -> {
            Action action = Action.of(name, record);
            if (action != null
                    && !action.flow().isEmpty()
                    && action.on(EasternTime.dateAt(input.now())).isOpen()) {
                Value title = action.title() instanceof Value.Translated words
                        ? new Value.Text(words.in(input.language()))
                        : action.title();
                rows.add(new Value.Row(Map.of("label", title, "value", new Value.Text(name))));
            }
        });
        return JavaStep.Result.of(rows.isEmpty() ? "none" : "some").with("desk_actions", new Value.Rows(rows));
    }

    private static JavaStep.Result missing(JavaStep.Input input) {
        return JavaStep.Result.of(PARTS.stream()
                .filter(part -> input.facts().value(part.getValue()) == null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("ready"));
    }

    private static JavaStep.Result stage(JavaStep.Input input) {
        String stage = input.facts().text(DeskFacts.STAGE);
        boolean mine = "yes".equals(input.facts().text(DeskFacts.MINE));
        return JavaStep.Result.of(
                switch (Objects.requireNonNullElse(stage, LOOK)) {
                    case LOOK, DeskFacts.FORM, "draft", "paused" -> Objects.requireNonNullElse(stage, LOOK);
                    case "checked" -> mine ? "checked" : "theirs";
                    case "approved", "scheduled" -> "ready";
                    case "canary", "sending" -> "sending";
                    default -> "over";
                });
    }
}
